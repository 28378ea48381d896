#!/bin/sh
# Stops DRBD again: from here on the cluster starts and stops it. Run it when 31-drbd-first-start.sh is done on all nodes.
#
# DESTROYS nothing. DRBD refuses to stop while a device is in use.
set -eu
chkconfig drbd off
/etc/init.d/drbd stop
