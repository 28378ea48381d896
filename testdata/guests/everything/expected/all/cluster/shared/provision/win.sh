#!/bin/sh
# Installs the guest win.
# Destroys: what lies on its volumes. Run it while rgmanager does not run the guest.
# Runs on: n1 by preference, as root; any node whose volumes are active will do.
set -eu

say() {
	printf '%s\n' "$*"
}
die() {
	printf '%s: %s\n' "$0" "$*" >&2
	exit 1
}
confirm() {
	printf '%s\nType yes to go on: ' "$1"
	read -r answer || answer=
	[ "$answer" = yes ] || die "stopped; nothing is changed"
}

[ "$(id -u)" = 0 ] || die "only root can do this"
! virsh dominfo win >/dev/null 2>&1 || die "the guest is defined here already; nothing is changed"
[ -b /dev/g1/w1 ] || die "/dev/g1/w1 is not active here"
[ -b /dev/g1/w2 ] || die "/dev/g1/w2 is not active here"
[ -e /cluster/shared/files/win2k8.iso ] || die "the installation source is not there"
confirm 'This installs win; what is on its volumes is lost.'
virt-install --connect qemu:///system --hvm --accelerate --noautoconsole --wait -1 \
	--name win \
	--uuid 12345678-9abc-def0-1234-56789abcdef0 \
	--ram 4096 \
	--vcpus 4,sockets=1,cores=2,threads=2 \
	--cpu Nehalem \
	--description 'Tom & Jerry'\''s <box> "$(id)"' \
	--os-variant win2k8 \
	--disk path=/dev/g1/w1,bus=ide,cache=none \
	--disk path=/dev/g1/w2,bus=ide,cache=none \
	--network bridge=br0,model=e1000,mac=52:54:00:07:1e:68 \
	--network bridge=br1,model=e1000,mac=52:54:00:aa:bb:cc \
	--graphics vnc,listen=0.0.0.0,port=5901,keymap=de \
	--noapic \
	--cdrom /cluster/shared/files/win2k8.iso
# rgmanager defines the guest from its file each time it starts it: libvirt must not keep a definition of its own.
tries=60
while [ "$(virsh domstate win)" != "shut off" ]; do
	[ "$tries" -gt 0 ] || die "shut the guest down, then: virsh undefine win"
	virsh shutdown win >/dev/null 2>&1 || true
	sleep 5
	tries=$((tries - 1))
done
virsh undefine win
say 'Enable it in the cluster now; its definition is /cluster/shared/definitions/win.xml'
