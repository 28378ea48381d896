package org.clusterwright.ui.tests;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/** Real keys, sent through the window system to the window that has the focus. */
final class Keys {
	private Keys() {
	}

	static void type(String text) {
		for (char c : text.toCharArray()) {
			press(c);
		}
	}

	static void press(char c) {
		post(c);
		Workbench.settle();
	}

	/** Sends one key and does not wait for what it does. */
	static void post(char c) {
		boolean shift = Character.isUpperCase(c) || "{}\"_:+?*()<>|~!@#$%^&".indexOf(c) >= 0;
		if (shift) {
			key(SWT.KeyDown, SWT.SHIFT, (char) 0);
		}
		int code = c < ' ' ? c : 0;
		key(SWT.KeyDown, code, code == 0 ? c : 0);
		key(SWT.KeyUp, code, code == 0 ? c : 0);
		if (shift) {
			key(SWT.KeyUp, SWT.SHIFT, (char) 0);
		}
	}

	/** One key by its code, with modifiers held: {@code press(SWT.CTRL, 'o')}. */
	static void press(int modifiers, int code) {
		int[] held = { SWT.CTRL, SWT.SHIFT, SWT.ALT };
		for (int m : held) {
			if ((modifiers & m) != 0) {
				key(SWT.KeyDown, m, (char) 0);
			}
		}
		boolean character = (code & SWT.KEYCODE_BIT) == 0;
		key(SWT.KeyDown, character ? 0 : code, character ? (char) code : 0);
		key(SWT.KeyUp, character ? 0 : code, character ? (char) code : 0);
		for (int m : held) {
			if ((modifiers & m) != 0) {
				key(SWT.KeyUp, m, (char) 0);
			}
		}
		Workbench.settle();
	}

	private static void key(int type, int code, char character) {
		Event event = new Event();
		event.type = type;
		event.keyCode = code;
		event.character = character;
		if (!Display.getCurrent().post(event)) {
			throw new AssertionError("the window system took no key");
		}
	}
}
