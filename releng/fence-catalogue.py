#!/usr/bin/env python3
"""Rewrites the fence agents' data file from the agents' own metadata. Facts only, no descriptions: those are GPL.
   fence-catalogue.py CATALOGUE_JSON EL6_SCHEMA > bundles/org.clusterwright.model/src/org/clusterwright/model/catalog/fence-agents.txt
CATALOGUE_JSON: parsed `AGENT -o metadata` of the installed agents. EL6_SCHEMA: cluster.rng with the fencing part of the RHEL 6 agents.
Asks each installed agent that can by `action=validate-all`, with no parameters and without a network, what it cannot do without."""
import json, os, re, shutil, subprocess, sys
import xml.etree.ElementTree as ET

R = '{http://relaxng.org/ns/structure/1.0}'
catalogue = json.load(open(sys.argv[1]))
el6 = {}
for group in ET.parse(sys.argv[2]).iter(R + 'group'):
    name = next((v for k, v in group.attrib.items() if k.endswith('}name')), '')
    if name.startswith('fence_'):
        el6[name] = [a.get('name') for a in group.iter(R + 'attribute')]

# Not in the RHEL 6 fence-agents sources: fence-virt is a package of its own. fence_xvm(8), fence_virt(8) of EL6.
XVM = [('debug', 'integer', False, None), ('ip_family', 'string', False, 'auto'), ('multicast_address', 'string', False, '225.0.0.12'),
       ('ipport', 'integer', False, '1229'), ('retrans', 'integer', False, '20'), ('auth', 'select', False, 'sha256'), ('hash', 'select', False, 'sha256'),
       ('key_file', 'string', False, '/etc/cluster/fence_xvm.key'), ('port', 'string', True, None), ('use_uuid', 'boolean', False, '0'),
       ('action', 'string', False, 'reboot'), ('timeout', 'second', False, '30'), ('delay', 'second', False, '0')]
VIRT = [('debug', 'integer', False, None), ('serial_device', 'string', False, None), ('serial_params', 'string', False, '115200,8N1'),
        ('channel_address', 'string', False, '10.0.2.179'), ('ipport', 'integer', False, '1229'), ('port', 'string', True, None),
        ('action', 'string', False, 'reboot'), ('timeout', 'second', False, '30'), ('delay', 'second', False, '0')]
for name, params in (('fence_xvm', XVM), ('fence_virt', VIRT)):
    catalogue[name] = {'actions': [{'name': a} for a in ('on', 'off', 'reboot', 'status', 'list', 'monitor', 'metadata')], 'parameters': [
        {'name': n, 'type': t, 'required': r, 'default': d, 'deprecated': False, 'obsoletes': None,
         'options': ['none', 'sha1', 'sha256', 'sha512'] if t == 'select' else []} for n, t, r, d in params]}
    el6[name] = [p[0] for p in params]
for name in el6:
    catalogue.setdefault(name, {'actions': [], 'parameters': []})

NEEDS = [('set login name', 'login'), ('enter fence address', 'ipaddr'), ('enter password, password script or identity file', 'passwd|passwd_script|identity_file'),
         ('enter password or password script', 'passwd|passwd_script'), ('enter plug number', 'port'), ('enter identity file', 'identity_file')]

def needs(agent):
    if not shutil.which(agent) or 'validate-all' not in [a['name'] for a in catalogue[agent]['actions']]:
        return []
    run = subprocess.run(['unshare', '-n', 'timeout', '20', agent], input=b'action=validate-all\n', capture_output=True, env={**os.environ, 'LC_ALL': 'C'})
    text = (run.stdout + run.stderr).decode(errors='replace')
    return [need for words, need in NEEDS if words in text]

definitions, order = {}, []

def define(p):
    default = p['default']
    if default is not None and (re.search(r'[^!-~ ]', str(default)) or p['name'] in ('cmd_prompt', 'command_prompt')):
        default = None
    parts = [p['type']]
    if p['required']:
        parts.append('required')
    if p['obsoletes']:
        parts.append('was=' + p['obsoletes'])
    if p['options']:
        parts.append('of=' + '|'.join(p['options']))
    if default not in (None, ''):
        parts.append('default=' + str(default))
    text = ' '.join(parts)
    variants = definitions.setdefault(p['name'], [])
    if text not in variants:
        variants.append(text)
    n = variants.index(text)
    return p['name'] + ('/%d' % n if n else '')

SKIP = {'help', 'version'}
agents = []
for agent in sorted(catalogue):
    entry = catalogue[agent]
    known = {p['name']: p for p in entry['parameters'] if re.fullmatch(r'[A-Za-z0-9_-]+', p['name'])}
    on_el6 = [n for n in el6.get(agent, []) if n not in SKIP]
    old, new = [], []
    for n in on_el6:
        old.append(define(known.get(n, {'name': n, 'type': 'string', 'required': False, 'obsoletes': None, 'options': [], 'default': None})))
    for n, p in known.items():
        if n not in on_el6 and n not in SKIP:
            new.append(define(p))
    lines = ['agent ' + agent]
    actions = [a['name'] for a in entry['actions'] if a['name'] not in ('metadata', 'manpage', 'validate-all')]
    if actions:
        lines.append(' actions ' + ' '.join(dict.fromkeys(actions)))
    wanted = needs(agent)
    if wanted:
        lines.append(' needs ' + ' '.join(wanted))
    if agent in el6:
        lines.append(' el6 ' + ' '.join(old))
    if new:
        lines.append(' later ' + ' '.join(new))
    agents.append('\n'.join(lines))

print('# Fence agents and their parameters: facts only, extracted by releng/fence-catalogue.py.')
print('# Names, types, defaults, actions: `AGENT -o metadata` of the agents of Debian 12 (fence-agents 4.12). needs: their action=validate-all.')
print('# el6: the agents and parameters of RHEL 6: fencing part of cluster.rng, assembled from tests/data/metadata of ClusterLabs/fence-agents, branch RHEL6')
print('# (30 Jun 2016); fence_xvm and fence_virt from their man pages. later: what only newer agents know; was=NAME is the name before.')
print('# parameter NAME[/VARIANT] TYPE [required] [was=NAME] [of=WORD|WORD] [default=TEXT to the end of the line]')
for name in sorted(definitions):
    for n, text in enumerate(definitions[name]):
        print('parameter %s %s' % (name + ('/%d' % n if n else ''), text))
print('\n'.join(agents))
