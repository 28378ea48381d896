package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TextsTest {

	@TestFactory
	Stream<DynamicTest> everyKeyHasATextAndEveryTextAKey() {
		return Stream.of(org.clusterwright.ui.Messages.class, org.clusterwright.ui.editor.forms.FormMessages.class, org.clusterwright.rcp.Messages.class).map(m -> DynamicTest.dynamicTest(m.getName(), () -> {
			Properties texts = new Properties();
			try (InputStream in = m.getResourceAsStream("messages.properties")) {
				texts.load(in);
			}
			TreeSet<String> keys = Arrays.stream(m.getFields()).filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == String.class).map(Field::getName)
					.collect(Collectors.toCollection(TreeSet::new));
			assertEquals(keys, new TreeSet<>(texts.stringPropertyNames()));
		}));
	}
}
