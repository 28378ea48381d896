#!/bin/sh
# Installs the guest vm2.
# Destroys: what lies on its volumes. Run it while rgmanager does not run the guest.
# Runs on: an-node01.alteeve.com by preference, as root; any node whose volumes are active will do.
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
! virsh dominfo vm2 >/dev/null 2>&1 || die "the guest is defined here already; nothing is changed"
[ -b /dev/an1-vg0/vm0002_1 ] || die "/dev/an1-vg0/vm0002_1 is not active here"
[ -e /shared/files/el6.iso ] || die "the installation source is not there"
confirm 'This installs vm2; what is on its volumes is lost.'
virt-install --connect qemu:///system --hvm --accelerate --noautoconsole --wait -1 \
	--name vm2 \
	--uuid c4aebe9d-f406-31f4-9fc6-282066fd6eda \
	--ram 2048 \
	--vcpus 2 \
	--os-variant rhel6 \
	--disk path=/dev/an1-vg0/vm0002_1,bus=virtio,cache=none \
	--network bridge=vbr2,model=virtio,mac=52:54:00:00:00:02 \
	--graphics vnc,listen=127.0.0.1,keymap=en-us \
	--cdrom /shared/files/el6.iso
# rgmanager defines the guest from its file each time it starts it: libvirt must not keep a definition of its own.
tries=60
while [ "$(virsh domstate vm2)" != "shut off" ]; do
	[ "$tries" -gt 0 ] || die "shut the guest down, then: virsh undefine vm2"
	virsh shutdown vm2 >/dev/null 2>&1 || true
	sleep 5
	tries=$((tries - 1))
done
virsh undefine vm2
say 'Enable it in the cluster now; its definition is /shared/definitions/vm2.xml'
