#!/bin/sh
# Installs the guest vm4.
# Destroys: what lies on its volumes. Run it while rgmanager does not run the guest.
# Runs on: an-node02.alteeve.com by preference, as root; any node whose volumes are active will do.
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
! virsh dominfo vm4 >/dev/null 2>&1 || die "the guest is defined here already; nothing is changed"
[ -b /dev/an2-vg0/vm0004_1 ] || die "/dev/an2-vg0/vm0004_1 is not active here"
[ -e /shared/files/el6.iso ] || die "the installation source is not there"
confirm 'This installs vm4; what is on its volumes is lost.'
virt-install --connect qemu:///system --hvm --accelerate --noautoconsole --wait -1 \
	--name vm4 \
	--uuid 7fcd59a3-9bb7-3123-b008-651f13233f87 \
	--ram 2048 \
	--vcpus 2 \
	--os-variant rhel6 \
	--disk path=/dev/an2-vg0/vm0004_1,bus=virtio,cache=none \
	--network bridge=vbr2,model=virtio,mac=52:54:00:00:00:04 \
	--graphics vnc,listen=127.0.0.1,keymap=en-us \
	--cdrom /shared/files/el6.iso
# rgmanager defines the guest from its file each time it starts it: libvirt must not keep a definition of its own.
tries=60
while [ "$(virsh domstate vm4)" != "shut off" ]; do
	[ "$tries" -gt 0 ] || die "shut the guest down, then: virsh undefine vm4"
	virsh shutdown vm4 >/dev/null 2>&1 || true
	sleep 5
	tries=$((tries - 1))
done
virsh undefine vm4
say 'Enable it in the cluster now; its definition is /shared/definitions/vm4.xml'
