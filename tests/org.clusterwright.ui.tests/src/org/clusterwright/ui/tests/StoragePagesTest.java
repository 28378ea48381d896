package org.clusterwright.ui.tests;

import static org.clusterwright.ui.tests.Clicks.enter;
import static org.clusterwright.ui.tests.Clicks.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages Fencing, Storage, DRBD and LVM & GFS2: what is done there stands in the text, to the letter. */
class StoragePagesTest {

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private static DesignEditor open(String page) throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("pages"));
		show(editor, page);
		return editor;
	}

	private static void show(DesignEditor editor, String page) {
		assertNotNull(editor.setActivePage("org.clusterwright.ui.page." + page), page);
		Workbench.settle();
	}

	private static String text(DesignEditor editor) {
		return editor.source().document().get();
	}

	private static void await(BooleanSupplier condition, DesignEditor editor) {
		assertTrue(Workbench.until(condition), () -> text(editor));
	}

	/** Waits until the text is the given one with a replacement, then until it is the given one again by undo. */
	private static void changed(DesignEditor editor, String before, String old, String now) throws Exception {
		assertTrue(before.contains(old), old);
		await(() -> text(editor).equals(before.replace(old, now)), editor);
		Workbench.settle();
		Workbench.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.edit.undo", null);
		await(() -> text(editor).equals(before), editor);
	}

	private static void press(String id) {
		Button button = Workbench.find(Button.class, id);
		assertTrue(Workbench.until(button::isEnabled), id);
		if ((button.getStyle() & SWT.CHECK) != 0) {
			button.setSelection(!button.getSelection());
		}
		button.notifyListeners(SWT.Selection, new Event());
	}

	private static void key(Control control, int code, int mask) {
		Event event = new Event();
		event.keyCode = code;
		event.stateMask = mask;
		control.notifyListeners(SWT.KeyDown, event);
	}

	/** Types a value into a table of parameters. */
	private static void option(String id, String name, String value) {
		Table table = Workbench.find(Table.class, id);
		TableItem item = Arrays.stream(table.getItems()).filter(i -> i.getText().equals(name)).findFirst().orElseThrow(() -> new AssertionError(Arrays.toString(table.getItems())));
		table.setFocus();
		table.setSelection(item);
		Event selection = new Event();
		selection.item = item;
		table.notifyListeners(SWT.Selection, selection);
		key(table, SWT.F2, SWT.NONE);
		Control cell = Arrays.stream(table.getChildren()).filter(Control::isVisible).findFirst().orElseThrow(() -> new AssertionError("no cell editor"));
		((Text) cell).setText(value);
		cell.notifyListeners(SWT.DefaultSelection, new Event());
	}

	@Test
	void fencingShowsWhatIsRunAndChangesTheText() throws Exception {
		DesignEditor editor = open("fencing");
		String before = text(editor);
		assertTrue(Workbench.until(() -> Workbench.find(Text.class, "fencing.runs").getText().startsWith("fence_ipmilan <<'END'\naction=reboot\n")));
		String runs = Workbench.find(Text.class, "fencing.runs").getText();
		assertTrue(runs.contains("ipaddr=an-node01.ipmi\nlogin=root\npasswd=@SECRET(ipmi)@\n"), runs);
		String tests = Workbench.find(Text.class, "fencing.tests").getText();
		assertTrue(tests.contains("echo c > /proc/sysrq-trigger\n"), tests);
		assertTrue(tests.contains("fence_apc -a pdu2.alteeve.com -l apc -p '@SECRET(pdu)@' -n 1 -o off\n"), tests);
		enter("fencing.pattern", "bmc_{short}");
		changed(editor, before, "named \"ipmi_{short}\"", "named \"bmc_{short}\"");
		option("fencing.parameters", "login", "admin");
		changed(editor, before, "login root", "login admin");
		select("fencing.methods", "pdu", "pdu2");
		assertTrue(Workbench.until(() -> Workbench.find(Text.class, "fencing.runs").getText().startsWith("fence_apc")));
		enter("fencing.call-port", "8");
		changed(editor, before, "method pdu { call pdu2 port 1 action", "method pdu { call pdu2 port 8 action");
	}

	@Test
	void fenceMethodsAreReorderedByKey() throws Exception {
		DesignEditor editor = open("fencing");
		String before = text(editor);
		assertTrue(Workbench.until(() -> Workbench.find(Tree.class, "fencing.methods").getItemCount() == 2));
		select("fencing.methods", "pdu");
		assertTrue(Workbench.until(() -> Workbench.find(Button.class, "fencing.methods.up").isEnabled()));
		key(Workbench.find(Tree.class, "fencing.methods"), SWT.ARROW_UP, SWT.ALT);
		String ipmi = "        method ipmi { call ipmi action reboot }\n";
		String pdu = "        method pdu { call pdu2 port 1 action reboot }\n";
		changed(editor, before, ipmi + pdu, pdu + ipmi);
	}

	@Test
	void aFenceDeviceIsAddedFromTheAgentsList() throws Exception {
		DesignEditor editor = open("fencing");
		Display display = Display.getCurrent();
		Shell[] before = display.getShells();
		display.timerExec(300, new Runnable() {
			@Override
			public void run() {
				Shell dialog = Arrays.stream(display.getShells()).filter(s -> !Arrays.asList(before).contains(s) && s.getText().equals("Add a fence device")).findFirst().orElse(null);
				if (dialog == null) {
					display.timerExec(300, this);
					return;
				}
				Workbench.all(Text.class, dialog).get(0).setText("fence_apc_snmp");
				Runnable ok = () -> Workbench.all(Button.class, dialog).stream().filter(b -> b.getText().equals("OK")).findFirst().orElseThrow().notifyListeners(SWT.Selection, new Event());
				display.timerExec(1500, ok);
			}
		});
		press("fencing.devices.add");
		await(() -> text(editor).contains("fence-device pdu1 agent fence_apc_snmp at pdu1\n"), editor);
		assertTrue(Workbench.until(() -> Workbench.find(Text.class, "fencing.device-name").getText().equals("pdu1")));
	}

	@Test
	void partitionsAreResizedAndFindingsStandAtTheField() throws Exception {
		DesignEditor editor = open("storage");
		String before = text(editor);
		assertTrue(Workbench.until(() -> Workbench.find(Tree.class, "storage.partitions").getItemCount() == 7));
		Canvas bar = Workbench.find(Canvas.class, "storage.bar");
		bar.setFocus();
		key(bar, SWT.HOME, SWT.NONE);
		key(bar, SWT.ARROW_RIGHT, SWT.NONE);
		assertTrue(Workbench.until(() -> Workbench.find(Text.class, "storage.amount").getText().equals("40GiB")));
		assertTrue(Workbench.until(() -> Workbench.find(Text.class, "storage.sums").getText().contains("first free sector: 526335 + 1 = 526336")),
				() -> Workbench.find(Text.class, "storage.sums").getText());
		enter("storage.amount", "60GiB");
		changed(editor, before, "partition 2 primary 40GiB", "partition 2 primary 60GiB");
		enter("storage.amount", "900GiB");
		await(() -> text(editor).contains("partition 2 primary 900GiB"), editor);
		ControlDecoration decoration = (ControlDecoration) Workbench.find(Text.class, "storage.amount").getData("org.clusterwright.decoration");
		assertTrue(Workbench.until(() -> decoration.getDescriptionText() != null), "no finding at the amount");
		Workbench.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.edit.undo", null);
		await(() -> text(editor).equals(before), editor);
		key(bar, SWT.HOME, SWT.NONE);
		assertTrue(Workbench.until(() -> Workbench.find(Text.class, "storage.start").getText().equals("2048")));
		enter("storage.start", "");
		changed(editor, before, "256MiB at 2048 boot", "256MiB boot");
		press("storage.partitions.add");
		changed(editor, before, "partition 7 logical rest align 64KiB\n", "partition 7 logical 50% of rest align 64KiB\n        partition 8 logical rest\n");
	}

	@Test
	void drbdTellsWhereAValueComesFrom() throws Exception {
		DesignEditor editor = open("drbd");
		String before = text(editor);
		assertTrue(Workbench.until(() -> Workbench.find(Tree.class, "drbd.resources").getItemCount() == 3));
		assertEquals("20MiB/s", Workbench.find(Text.class, "drbd.resource-rate").getMessage());
		Table options = Workbench.find(Table.class, "drbd.options");
		assertTrue(Workbench.until(() -> Arrays.stream(options.getItems()).anyMatch(i -> i.getText(0).equals("startup  wfc-timeout") && i.getText(2).equals("all resources"))),
				() -> Arrays.toString(options.getItems()));
		enter("drbd.resource-rate", "30MiB/s");
		changed(editor, before, "GFS2 partition.\" on sda5\n", "GFS2 partition.\" on sda5 {\n            rate 30MiB/s\n        }\n");
		option("drbd.options", "startup  wfc-timeout", "60s");
		changed(editor, before, "GFS2 partition.\" on sda5\n", "GFS2 partition.\" on sda5 {\n            startup {\n                wfc-timeout 60s\n            }\n        }\n");
		press("drbd.dual-primary");
		changed(editor, before, "        dual-primary\n", "");
		enter("drbd.resource-name", "shared");
		await(() -> text(editor).contains("resource shared \"") && text(editor).contains("volume-group shared-vg0 on shared {"), editor);
	}

	@Test
	void volumesAreATree() throws Exception {
		DesignEditor editor = open("volumes");
		String before = text(editor);
		assertTrue(Workbench.until(() -> Workbench.find(Tree.class, "volumes.tree").getItemCount() == 3));
		select("volumes.tree", "shared-vg0", "lv_shared");
		assertTrue(Workbench.until(() -> Workbench.find(Text.class, "volumes.volume-name").getText().equals("lv_shared")));
		assertEquals("an-clusterA:shared", Workbench.find(Text.class, "volumes.lock-table").getMessage());
		assertEquals("/dev/shared-vg0/lv_shared", Workbench.find(Text.class, "volumes.device").getText());
		enter("volumes.amount", "50% of group");
		changed(editor, before, "lv_shared 10GiB", "lv_shared 50% of group");
		enter("volumes.gfs2", "files");
		changed(editor, before, "10GiB gfs2 shared", "10GiB gfs2 files");
		press("volumes.tree.add-volume");
		await(() -> text(editor).contains("mount /shared\n        volume lv_shared2 rest\n"), editor);
		option("volumes.lvm", "locking-type", "2");
		await(() -> text(editor).contains("lvm {\n        locking-type 2\n    }"), editor);
		assertTrue(Workbench.until(() -> Arrays.stream(Workbench.find(Table.class, "volumes.lvm").getItems()).anyMatch(i -> i.getText(2).equals("written here"))));
	}

	@Test
	void pagesAreGreyWhileTheTextHasErrors() throws Exception {
		DesignEditor editor = open("storage");
		for (String page : new String[] { "fencing", "storage", "drbd", "volumes" }) {
			show(editor, page);
			Workbench.settle();
		}
		editor.source().document().replace(0, 0, "{");
		assertTrue(Workbench.until(() -> !Workbench.find(Button.class, "volumes.tree.add-group").isEnabled()));
		assertFalse(Workbench.find(Text.class, "volumes.group-name").isEnabled());
		assertEquals("shared-vg0", Workbench.find(Text.class, "volumes.group-name").getText());
		show(editor, "fencing");
		assertTrue(Workbench.until(() -> !Workbench.find(Combo.class, "fencing.agent").isEnabled() && !Workbench.find(Button.class, "fencing.methods.add-method").isEnabled()));
		show(editor, "storage");
		assertTrue(Workbench.until(() -> !Workbench.find(Text.class, "storage.amount").isEnabled()));
		show(editor, "drbd");
		assertTrue(Workbench.until(() -> !Workbench.find(Text.class, "drbd.rate").isEnabled()));
	}

	@Test
	void aDesignWithoutAnythingOffersToAddTheFirst() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("empty-pages", "cluster c version 1 {\n    node a id 1\n    node b id 2\n}\n"));
		show(editor, "storage");
		press("storage.disks.add");
		await(() -> text(editor).contains("    disk sda size 500GB\n"), editor);
		press("storage.partitions.add");
		await(() -> text(editor).contains("partition 1 primary rest"), editor);
		show(editor, "drbd");
		press("drbd.resources.add");
		await(() -> text(editor).contains("resource r0 on sda1"), editor);
		show(editor, "volumes");
		press("volumes.tree.add-group");
		await(() -> text(editor).contains("volume-group vg0 on r0"), editor);
		press("volumes.tree.add-volume");
		await(() -> text(editor).contains("volume lv1 rest"), editor);
	}
}
