package org.clusterwright.dsl.validation;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.Heuristic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.effective.ClusterConfRaws;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What reaches cluster.conf as it is written: free texts, options and fragments. They must be possible in XML and must not break out of their place. */
public class ClusterConfChecks extends DslChecks {
	private static final Set<String> SECTIONS = Set.of("cman", "totem", "fencing", "quorumd", "logging", "dlm", "gfs", "groupd", "rgmanager");

	@Check
	public void optionIsAnAttribute(Option option) {
		if (option.getKey() != null && option.eContainer() instanceof Block block && isOurs(block) && !option.getKey().matches("[A-Za-z_][A-Za-z0-9_.-]*")) {
			report(Code.OPTION_NAME, option, DesignPackage.Literals.OPTION__KEY, option.getKey());
		}
	}

	@Check
	public void textIsPossibleInXml(TextValue value) {
		EObject statement = value.eContainer();
		EObject block = statement == null ? null : statement.eContainer();
		if (value.getText() != null && (block instanceof FenceCall || block instanceof Block b && isOurs(b)) && !isXml(value.getText())) {
			report(Code.TEXT_NOT_XML, value, DesignPackage.Literals.TEXT_VALUE__TEXT);
		}
	}

	@Check
	public void programIsPossibleInXml(Heuristic heuristic) {
		if (heuristic.getProgram() != null && !isXml(heuristic.getProgram())) {
			report(Code.TEXT_NOT_XML, heuristic, DesignPackage.Literals.HEURISTIC__PROGRAM);
		}
	}

	@Check
	public void fragmentFits(Raw raw) {
		if (!ClusterConfRaws.isOurs(raw)) {
			return;
		}
		if (raw.eContainer() instanceof Cluster && raw.getAnchor() != null && !ClusterConfRaws.ANCHORS.contains(raw.getAnchor())) {
			report(Code.RAW_ANCHOR, raw, DesignPackage.Literals.RAW__ANCHOR, raw.getAnchor(), String.join(", ", ClusterConfRaws.ANCHORS));
		}
		if (raw.getText() != null) {
			try {
				parse("<fragment>" + raw.getText() + "</fragment>");
			} catch (SAXException e) {
				report(Code.RAW_NOT_XML, raw, DesignPackage.Literals.RAW__TEXT, e.getMessage());
			}
		}
	}

	private static void parse(String xml) throws SAXException {
		try {
			SAXParserFactory factory = SAXParserFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			SAXParser parser = factory.newSAXParser();
			// The parser's complaints become findings, which are the same in every locale.
			parser.setProperty("http://apache.org/xml/properties/locale", Locale.ROOT);
			parser.parse(new InputSource(new StringReader(xml)), new DefaultHandler());
		} catch (IOException | ParserConfigurationException e) {
			throw new IllegalStateException("the JDK's XML parser does not work", e);
		}
	}

	private static boolean isXml(String text) {
		return text.codePoints().allMatch(c -> c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000);
	}

	private static boolean isOurs(Block block) {
		return switch (block) {
			case Section s -> s.eContainer() instanceof Cluster && SECTIONS.contains(String.valueOf(s.getName()));
			case FenceDevice x -> true;
			case Heuristic x -> true;
			case ResourceDefinition x -> true;
			case Service x -> true;
			case ServiceResource x -> true;
			case VmService x -> true;
			case Node x -> true;
			case Cluster x -> true;
			default -> false;
		};
	}
}
