package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.generate.LastExport;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
	private static final String COMMAND = "org.clusterwright.ui.exportBundles";

	@TempDir
	Path temp;

	@AfterEach
	void close() {
		for (Shell shell : Display.getCurrent().getShells()) {
			if (shell.getParent() != null && !shell.isDisposed()) {
				shell.close();
			}
		}
		Workbench.closeEditors();
	}

	private static DesignEditor open(IFile file) throws Exception {
		DesignEditor editor = Workbench.open(file);
		assertTrue(Workbench.until(() -> editor.session().orElseThrow().current().filter(s -> editor.session().orElseThrow().isUpToDate(s)).isPresent()), "never checked");
		return editor;
	}

	private static void start() throws Exception {
		PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(COMMAND, null);
		assertTrue(Workbench.until(() -> Workbench.look(Text.class, "export.directory").isPresent()), "no wizard");
	}

	private static WizardDialog dialog() {
		return (WizardDialog) Workbench.find(Text.class, "export.directory").getShell().getData();
	}

	private static void press(Button button) {
		button.setSelection(true);
		button.notifyListeners(SWT.Selection, new Event());
	}

	private static Button button(String text) {
		Shell shell = dialog().getShell();
		return Workbench.all(Button.class, shell).stream().filter(b -> b.getText().replace("&", "").equals(text)).findFirst().orElseThrow();
	}

	private static Table exported() {
		assertTrue(Workbench.until(() -> Workbench.look(Table.class, "exported.archives").isPresent()), "nothing was exported");
		return Workbench.find(Table.class, "exported.archives");
	}

	@Test
	void bundlesAreWrittenAndTheirSumsShown() throws Exception {
		IFile file = Workbench.tutorial("export");
		open(file);
		start();
		Workbench.find(Text.class, "export.directory").setText(temp.resolve("out").toString());
		Workbench.settle();
		Workbench.picture("export-target");
		press(button("Finish"));
		Table table = exported();
		Workbench.settle();
		Workbench.picture("exported");
		assertEquals(List.of("an-node01.tar.gz", "an-node02.tar.gz", "an-clusterA.tar.gz"), Arrays.stream(table.getItems()).map(i -> i.getText(0)).toList());
		press(Workbench.find(Button.class, "exported.copy"));
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		String sums = (String) clipboard.getContents(TextTransfer.getInstance());
		clipboard.dispose();
		assertEquals(Arrays.stream(table.getItems()).map(i -> i.getText(2) + "  " + i.getText(0) + "\n").reduce("", String::concat), sums);
		Path list = Files.writeString(temp.resolve("sums"), sums);
		assertEquals(0, new ProcessBuilder("sha256sum", "-c", list.toString()).directory(temp.resolve("out").toFile()).inheritIO().start().waitFor());
		assertEquals(temp.resolve("out").toRealPath(), LastExport.bundles(file).orElseThrow().toRealPath());
		Tree files = Workbench.find(Tree.class, "generated.tree");
		assertTrue(Workbench.until(() -> Arrays.stream(files.getItem(0).getItems()).allMatch(i -> i.getText().contains("  same"))),
				() -> Arrays.stream(files.getItem(0).getItems()).map(TreeItem::getText).toList().toString());
	}

	@Test
	void oneNodeAsADirectory() throws Exception {
		open(Workbench.tutorial("export"));
		start();
		Workbench.find(Text.class, "export.directory").setText(temp.resolve("out").toString());
		press(Workbench.find(Button.class, "export.format.dir"));
		Table nodes = Workbench.find(Table.class, "export.nodes");
		nodes.getItem(0).setChecked(false);
		nodes.notifyListeners(SWT.Selection, new Event());
		press(button("Finish"));
		assertEquals(List.of("an-node02"), Arrays.stream(exported().getItems()).map(i -> i.getText(0)).toList());
		assertTrue(Files.isRegularFile(temp.resolve("out/an-node02/install.sh")));
		assertFalse(Files.exists(temp.resolve("out/an-node01")));
	}

	@Test
	void withoutANodeOrAPlaceThereIsNothingToFinish() throws Exception {
		open(Workbench.tutorial("export"));
		start();
		Table nodes = Workbench.find(Table.class, "export.nodes");
		Arrays.stream(nodes.getItems()).forEach(i -> i.setChecked(false));
		nodes.notifyListeners(SWT.Selection, new Event());
		assertFalse(button("Finish").isEnabled());
		nodes.getItem(1).setChecked(true);
		nodes.notifyListeners(SWT.Selection, new Event());
		assertTrue(button("Finish").isEnabled());
		Workbench.find(Text.class, "export.directory").setText(temp.resolve("no/such/place").toString());
		assertFalse(button("Finish").isEnabled());
		assertTrue(dialog().getCurrentPage().getErrorMessage().contains("no/such"), dialog().getCurrentPage().getErrorMessage());
	}

	@Test
	void secretsAreSealedForGpg() throws Exception {
		Path secrets = Files.writeString(temp.resolve("secrets"), "ipmi=one word\npdu=p\"x<&\n");
		Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-------"));
		open(Workbench.tutorial("export"));
		start();
		Workbench.find(Text.class, "export.directory").setText(temp.resolve("out").toString());
		press(Workbench.find(Button.class, "export.format.dir"));
		IWizardPage page = dialog().getCurrentPage();
		dialog().showPage(page.getNextPage());
		Workbench.find(Button.class, "export.secrets.out").setSelection(false);
		press(Workbench.find(Button.class, "export.secrets.seal"));
		assertFalse(button("Finish").isEnabled(), "without a passphrase");
		Workbench.find(Text.class, "export.secrets.file").setText(secrets.toString());
		Workbench.find(Text.class, "export.passphrase").setText("open sesame");
		assertFalse(button("Finish").isEnabled(), "the passphrase was given once");
		Workbench.find(Text.class, "export.passphraseAgain").setText("open sesame");
		Workbench.settle();
		Workbench.picture("export-secrets");
		press(button("Finish"));
		exported();
		Path home = Files.createDirectory(temp.resolve("gnupg"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		ProcessBuilder gpg = new ProcessBuilder("gpg", "--homedir", home.toString(), "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", "open sesame", "-d",
				temp.resolve("out/an-node01/secrets.gpg").toString());
		Process process = gpg.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		assertEquals("ipmi=one word\npdu=p\"x<&\n", new String(process.getInputStream().readAllBytes()));
		assertEquals(0, process.waitFor());
	}

	@Test
	void aFileThatOthersCanReadIsRefusedWithTheReason() throws Exception {
		Path secrets = Files.writeString(temp.resolve("secrets"), "ipmi=a\npdu=b\n");
		Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-r--r--"));
		open(Workbench.tutorial("export"));
		start();
		Workbench.find(Text.class, "export.directory").setText(temp.resolve("out").toString());
		dialog().showPage(dialog().getCurrentPage().getNextPage());
		Workbench.find(Button.class, "export.secrets.out").setSelection(false);
		press(Workbench.find(Button.class, "export.secrets.seal"));
		Workbench.find(Text.class, "export.secrets.file").setText(secrets.toString());
		Workbench.find(Text.class, "export.passphrase").setText("x");
		Workbench.find(Text.class, "export.passphraseAgain").setText("x");
		press(button("Finish"));
		assertTrue(dialog().getCurrentPage().getErrorMessage().contains("0600"), dialog().getCurrentPage().getErrorMessage());
		assertFalse(Files.exists(temp.resolve("out")));
	}
}
