package org.clusterwright.core.diagram;

import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.LinkKind;
import org.clusterwright.core.diagram.Shape.Mark;

/** The colours of pictures, as 0xRRGGBB, for a light and a dark ground. All renderers ask here. */
public enum Palette {
	LIGHT(0xFFFFFF, 0x1F2933, 0x52606D), DARK(0x1E2227, 0xE4E7EB, 0x9AA5B1);

	/** How a kind of box looks. */
	public record Paint(int fill, int edge, int text) {
	}

	private final int ground;
	private final int text;
	private final int faint;

	Palette(int ground, int text, int faint) {
		this.ground = ground;
		this.text = text;
		this.faint = faint;
	}

	public int ground() {
		return ground;
	}

	public int text() {
		return text;
	}

	public int faint() {
		return faint;
	}

	/** How a box looks with its mark: dotted ones are faint, single points of failure have a red edge. */
	public Paint box(Box box) {
		Paint paint = box(box.kind());
		if (box.isDotted()) {
			return new Paint(mix(paint.fill(), ground, 40), mix(paint.edge(), ground, 60), faint);
		}
		if (box.kind() == Kind.NOTE && box.mark() == Mark.SINGLE_POINT) {
			return new Paint(paint.fill(), paint.edge(), alarm());
		}
		return box.mark() == Mark.SINGLE_POINT ? new Paint(paint.fill(), alarm(), paint.text()) : paint;
	}

	private Paint box(Kind kind) {
		return switch (kind) {
			case NODE -> this == LIGHT ? new Paint(0xF7F9FB, 0xB8C4CE, text) : new Paint(0x262B31, 0x4A5560, text);
			case TITLE, NOTE -> new Paint(ground, ground, text);
			case DISK, DEVICE -> tone(0x64748B);
			case PARTITION -> tone(0x8A7A5C);
			case MOUNT, SWAP, FILE_SYSTEM -> tone(0x2F855A);
			case FREE -> new Paint(ground, faint, faint);
			case DRBD -> tone(0xC05621);
			case BOND, PORT, NIC -> tone(0x2B6CB0);
			case NETWORK, ADDRESS -> tone(0x0E7490);
			case LVM, PHYSICAL_VOLUME, VOLUME_GROUP, VOLUME -> tone(0x6B46C1);
			case GUEST -> tone(0xB83280);
			case SWITCH -> tone(0x4D7C0F);
			case PLUG -> new Paint(ground, faint, text);
			case BMC, PDU, PSU -> tone(0xB7791F);
		};
	}

	/** For single points of failure. */
	public int alarm() {
		return this == LIGHT ? 0xC53030 : 0xFC8181;
	}

	public int selection() {
		return this == LIGHT ? 0x0B63D6 : 0xFFD166;
	}

	public int line(LinkKind kind) {
		return switch (kind) {
			case PART -> this == LIGHT ? 0x9AA5B1 : 0x616E7C;
			case REPLICATION -> this == LIGHT ? 0xC05621 : 0xF6AD55;
			case CABLE -> this == LIGHT ? 0x2B6CB0 : 0x63B3ED;
			case STANDBY_CABLE -> this == LIGHT ? 0x90B4D9 : 0x4A6F94;
			case POWER -> this == LIGHT ? 0xB7791F : 0xECC94B;
			case FENCE -> this == LIGHT ? 0x9B2C9B : 0xD6A0E8;
		};
	}

	/** A pale ground with a strong edge of one colour. */
	private Paint tone(int colour) {
		return this == LIGHT ? new Paint(mix(colour, 0xFFFFFF, 11), mix(colour, 0xFFFFFF, 78), mix(colour, 0x000000, 55)) : new Paint(mix(colour, ground, 30), mix(colour, 0xFFFFFF, 70), mix(colour, 0xFFFFFF, 30));
	}

	/** So many percent of one colour in another. */
	private static int mix(int colour, int other, int percent) {
		int mixed = 0;
		for (int shift = 0; shift <= 16; shift += 8) {
			int part = ((colour >> shift & 0xFF) * percent + (other >> shift & 0xFF) * (100 - percent)) / 100;
			mixed |= part << shift;
		}
		return mixed;
	}
}
