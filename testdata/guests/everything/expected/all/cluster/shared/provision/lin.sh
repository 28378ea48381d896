#!/bin/sh
# Installs the guest lin.
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
! virsh dominfo lin >/dev/null 2>&1 || die "the guest is defined here already; nothing is changed"
[ -b /dev/g1/l1 ] || die "/dev/g1/l1 is not active here"
confirm 'This installs lin; what is on its volumes is lost.'
virt-install --connect qemu:///system --hvm --accelerate --noautoconsole --wait -1 \
	--name lin \
	--uuid 0cc8422f-3cbf-39df-946b-9cf59867a116 \
	--ram 1536 \
	--vcpus 2 \
	--os-variant rhel6 \
	--disk path=/dev/g1/l1,bus=virtio,cache=none \
	--network bridge=br0,model=virtio,mac=52:54:00:bd:e3:f6 \
	--graphics none \
	--location http://mirror.example.net/el6/os/ --extra-args 'ks=http://mirror.example.net/lin.ks it'\''s $(me)'
# rgmanager defines the guest from its file each time it starts it: libvirt must not keep a definition of its own.
tries=60
while [ "$(virsh domstate lin)" != "shut off" ]; do
	[ "$tries" -gt 0 ] || die "shut the guest down, then: virsh undefine lin"
	virsh shutdown lin >/dev/null 2>&1 || true
	sleep 5
	tries=$((tries - 1))
done
virsh undefine lin
say 'Enable it in the cluster now; its definition is /cluster/shared/definitions/lin.xml'
