#!/usr/bin/env python3
"""Rewrites the data file of rgmanager's resource agents: names of types and attributes, no descriptions (those are GPL).
   resource-catalogue.py CLUSTER_RNG > bundles/org.clusterwright.model/src/org/clusterwright/model/catalog/resource-agents.txt"""
import sys
import xml.etree.ElementTree as ET

R = '{http://relaxng.org/ns/structure/1.0}'
print('# rgmanager resource agents of RHEL 6: type, then its attributes (! marks one that must be there); the first is the one a ref names.')
print('# From cluster.rng assembled from the agents of ClusterLabs/resource-agents, branch RHEL6 (17 Jun 2013), by releng/resource-catalogue.py.')
types = {}
for element in ET.parse(sys.argv[1]).iter(R + 'element'):
    groups = element.findall(R + 'choice/' + R + 'group')
    if len(groups) != 2 or groups[0].find(R + 'attribute') is None or groups[0].find(R + 'attribute').get('name') != 'ref':
        continue
    found = []
    for child in groups[1]:
        if child.tag == R + 'attribute':
            found.append(child.get('name') + '!')
        elif child.tag == R + 'optional' and child.find(R + 'attribute') is not None:
            found.append(child.find(R + 'attribute').get('name'))
    found = [a for a in found if not a.startswith('__') and a != 'service_name']
    for primary in ('name!', 'address!', 'InstanceName!', 'SID!'):
        if primary in found:
            found.insert(0, found.pop(found.index(primary)))
            break
    types[element.get('name')] = found
for name in sorted(types):
    if name not in ('service', 'vm'):
        print(name, *types[name])
