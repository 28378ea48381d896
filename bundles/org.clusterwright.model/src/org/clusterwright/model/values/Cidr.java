package org.clusterwright.model.values;

/** An IPv4 network: its first address and the length of its prefix in bits (0 to 32). */
public record Cidr(Address network, int prefix) {

	/** @throws IllegalArgumentException with a message for the user when the text is no network or has host bits set */
	public static Cidr parse(String text) {
		int slash = text.indexOf('/');
		String length = text.substring(slash + 1);
		if (slash < 0 || !length.matches("0|[1-9][0-9]?") || Integer.parseInt(length) > 32) {
			throw new IllegalArgumentException("'" + text + "' is not a subnet; write an address and a prefix length, like 10.20.0.0/16");
		}
		Address address = Address.parse(text.substring(0, slash));
		Cidr cidr = new Cidr(address, Integer.parseInt(length));
		Cidr proper = new Cidr(new Address(address.bits() & cidr.maskBits()), cidr.prefix);
		if (!proper.equals(cidr)) {
			throw new IllegalArgumentException("'" + text + "' has host bits set; the subnet is " + proper);
		}
		return cidr;
	}

	private long maskBits() {
		return prefix == 0 ? 0 : 0xFFFFFFFFL << 32 - prefix & 0xFFFFFFFFL;
	}

	public Address netmask() {
		return new Address(maskBits());
	}

	public Address broadcast() {
		return new Address(network.bits() | ~maskBits() & 0xFFFFFFFFL);
	}

	public boolean contains(Address address) {
		return (address.bits() & maskBits()) == network.bits();
	}

	public boolean overlaps(Cidr other) {
		return contains(other.network) || other.contains(network);
	}

	/** Whether the address can be given to a host: inside, and neither the network's own nor its broadcast address. */
	public boolean isHost(Address address) {
		return contains(address) && (prefix >= 31 || !address.equals(network) && !address.equals(broadcast()));
	}

	@Override
	public String toString() {
		return network + "/" + prefix;
	}
}
