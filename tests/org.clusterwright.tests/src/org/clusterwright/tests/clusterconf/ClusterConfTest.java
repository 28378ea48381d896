package org.clusterwright.tests.clusterconf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.clusterconf.ClusterConf;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Golden;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class ClusterConfTest {
	private static final List<String> SCHEMAS = List.of("schema/cluster-stable3-2011.rng", "schema/cluster-el6-assembled.rng");

	static NativeFile file(String design) {
		NativeFile file = new ClusterConf().generate(Designs.effective(design)).get(0);
		Golden.assertTraced("cluster.conf", file);
		return file;
	}

	static String text(String design) {
		return file(design).content().text();
	}

	@TestFactory
	Stream<DynamicTest> goldens() {
		return Golden.cases("clusterconf").map(c -> DynamicTest.dynamicTest(c.getFileName().toString(),
				() -> Golden.assertTree(c.resolve("expected"), Golden.generate(Designs.effective(Files.readString(c.resolve("input.cluster"))), List.of(new ClusterConf())))));
	}

	@TestFactory
	Stream<DynamicTest> goldensHaveNoErrorsAndFitTheirSchema() {
		return Golden.cases("clusterconf").map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> {
			String design = Files.readString(c.resolve("input.cluster"));
			// DRBD, networks and guests are other themes' business.
			assertEquals(List.of(), Designs.LANGUAGE.validate(design).findings().stream().filter(Finding::isError).filter(f -> !f.code().name().equals("UNKNOWN_SECTION"))
					.map(Finding::message).toList());
			validate(text(design), SCHEMAS);
		}));
	}

	@Test
	void tutorialTestCaseIsTheExample() {
		assertEquals(Designs.tutorial(), Designs.read("testdata/clusterconf/tutorial/input.cluster"));
	}

	@Test
	void tutorialEqualsTheSeedsLastFileInEveryValue() throws Exception {
		Path seed = Tool.oracle("seedfiles/cluster/cluster.conf.v8");
		List<String> expected = new ArrayList<>();
		flatten(root(Files.readString(seed)), "", expected);
		List<String> actual = new ArrayList<>();
		Element ours = root(text(Designs.tutorial()).replaceAll("@SECRET\\([a-z]+\\)@", "secret"));
		Node rm = ours.getElementsByTagName("rm").item(0);
		ours.removeChild(rm);
		flatten(ours, "", actual);
		assertEquals(expected, actual);
	}

	@Test
	void secretsAreKeptFromOthers() {
		assertEquals(0600, file(Designs.tutorial()).mode());
		assertEquals("/etc/cluster/cluster.conf", file(Designs.tutorial()).path().text());
		assertFalse(text(Designs.tutorial()).contains("passwd=\"secret"));
	}

	@Test
	void oneTwoThreeAndSixteenNodesFitTheSchema() throws Exception {
		for (int n : new int[] { 1, 2, 3, 16 }) {
			String text = text(nodes(n));
			validate(text, SCHEMAS);
			assertEquals(n, root(text).getElementsByTagName("clusternode").getLength());
			assertEquals(n == 2 ? 1 : 0, root(text).getElementsByTagName("cman").getLength());
		}
	}

	/** A cluster of n nodes with a BMC each. */
	static String nodes(int n) {
		StringBuilder body = new StringBuilder("network bcn 10.20.0.0/16 on nic eth0 cluster\nfence-device ipmi per node agent fence_ipmilan { login root  passwd secret ipmi }\n");
		for (int i = 1; i <= n; i++) {
			body.append("node n%d { bmc 10.20.1.%d method ipmi { call ipmi } }\n".formatted(i, i));
		}
		return Designs.cluster(body.toString());
	}

	@Test
	void nothingBreaksOutOfAnAttribute() throws Exception {
		String hostile = "\\\"/><evil a=\\\"]]>&amp;<!-- -->\\n$(id)";
		String design = Designs.cluster("""
				logging { logfile "/%1$s" }
				quorumd { label "%1$s"  heuristic "%1$s" { option "score" "%1$s" } }
				fence-device f agent fence_apc { login "%1$s"  option "cmd_prompt" "%1$s" }
				node a { method m { call f port "%1$s" } }
				service s { option "x" "%1$s"  start script y { file "/%1$s" } }
				""".formatted(hostile));
		Element root = root(text(design));
		assertEquals(0, root.getElementsByTagName("evil").getLength());
		String plain = "\"/><evil a=\"]]>&amp;<!-- -->\n$(id)";
		assertEquals(plain, ((Element) root.getElementsByTagName("heuristic").item(0)).getAttribute("program"));
		assertEquals(plain, ((Element) root.getElementsByTagName("device").item(0)).getAttribute("port"));
		assertEquals("/" + plain, ((Element) root.getElementsByTagName("script").item(0)).getAttribute("file"));
	}

	@Test
	void hostileNamesAndFragmentsAreRefused() {
		assertTrue(Designs.codes(Designs.cluster("node a { }\ncman { option \"a b=\\\"\" \"1\" }")).contains("option-name"));
		assertTrue(Designs.codes(Designs.cluster("node a { }\nraw cluster.conf '''</cluster><cluster>'''")).contains("raw-not-xml"));
		assertTrue(Designs.codes(Designs.cluster("node a { }\nraw cluster.conf '''<!DOCTYPE x>'''")).contains("raw-not-xml"));
		assertTrue(Designs.codes(Designs.cluster("node a { }\nraw cluster.conf at clusternode '''<x/>'''")).contains("raw-anchor"));
		assertTrue(Designs.codes(Designs.cluster("node a { }\nraw cluster.conf '''<a>'''")).contains("raw-not-xml"));
		assertFalse(Designs.codes(Designs.cluster("node a { }\nraw cluster.conf at rm '''<x>&lt;</x>'''")).contains("raw-not-xml"));
		assertFalse(Designs.codes(Designs.cluster("node a { }\nraw cluster.conf at rm '''<x/>'''")).contains("raw-anchor"));
		assertTrue(Designs.codes(Designs.cluster("node a { }\nquorumd { heuristic \"a\u0001b\" }")).contains("text-not-xml"));
		assertTrue(Designs.codes(Designs.cluster("node a { }\nfence-device f agent fence_apc { login \"a\u0001b\" }")).contains("text-not-xml"));
	}

	@Test
	void halfWrittenDesignsAreBorne() {
		String tutorial = Designs.tutorial();
		for (int i = 0; i < tutorial.length(); i += 97) {
			Designs.LANGUAGE.validate(tutorial.substring(0, i));
		}
	}

	@Test
	void anOptionTakesThePlaceOfTheDerivedValue() throws Exception {
		Element cman = (Element) root(text(Designs.cluster("cman { option \"two_node\" \"0\" }\nnode a { }\nnode b { }"))).getElementsByTagName("cman").item(0);
		assertEquals("0", cman.getAttribute("two_node"));
	}

	static void validate(String xml, List<String> schemas) throws IOException {
		Path file = Files.createTempFile("cluster", ".conf");
		Files.writeString(file, xml);
		for (String name : schemas) {
			String schema = Tool.oracle(name).toString();
			Tool.require("xmllint");
			Tool.require("jing");
			Tool.run(file.getParent(), "xmllint", "--noout", "--relaxng", schema, file.toString()).assertOk();
			Tool.run(file.getParent(), "jing", schema, file.toString()).assertOk();
		}
		Files.delete(file);
	}

	private static Element root(String xml) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement();
	}

	private static void flatten(Element element, String indent, List<String> lines) {
		TreeMap<String, String> attributes = new TreeMap<>();
		for (int i = 0; i < element.getAttributes().getLength(); i++) {
			attributes.put(element.getAttributes().item(i).getNodeName(), element.getAttributes().item(i).getNodeValue());
		}
		lines.add(indent + element.getTagName() + attributes);
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element e) {
				flatten(e, indent + "  ", lines);
			}
		}
	}
}
