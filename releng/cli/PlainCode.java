import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/** Lifts a class to the version with stack maps, and calls a method of its own where it asked the JVM to spin code for a switch or a record. */
final class PlainCode extends ClassVisitor {
	private static final String SWITCHES = "java/lang/runtime/SwitchBootstraps";
	private static final String RECORDS = "java/lang/runtime/ObjectMethods";
	private final boolean old;
	private final List<Runnable> bodies = new ArrayList<>();
	private String owner;
	private boolean isInterface;

	PlainCode(ClassVisitor next, boolean old) {
		super(Opcodes.ASM9, next);
		this.old = old;
	}

	boolean changed() {
		return !bodies.isEmpty();
	}

	@Override
	public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
		owner = name;
		isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
		super.visit(old ? Opcodes.V1_8 : version, access, name, signature, superName, interfaces);
	}

	@Override
	public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
		MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
		return old ? new JSRInlinerAdapter(next, access, name, descriptor, signature, exceptions) : new MethodVisitor(Opcodes.ASM9, next) {
			@Override
			public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
				String body = "plain$" + called + "$" + bodies.size();
				if (bootstrap.getOwner().equals(SWITCHES) && called.equals("typeSwitch") && Stream.of(arguments).allMatch(Type.class::isInstance)) {
					bodies.add(() -> typeSwitch(body, type, arguments));
				} else if (bootstrap.getOwner().equals(RECORDS) && called.equals("hashCode")) {
					bodies.add(() -> recordHash(body, type, arguments));
				} else if (bootstrap.getOwner().equals(RECORDS) && called.equals("equals")) {
					bodies.add(() -> recordEquals(body, type, arguments));
				} else {
					super.visitInvokeDynamicInsn(called, type, bootstrap, arguments);
					return;
				}
				super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, body, type, isInterface);
			}
		};
	}

	@Override
	public void visitEnd() {
		bodies.forEach(Runnable::run);
		super.visitEnd();
	}

	/** (value, from) to the number of the first type, not before {@code from}, that the value is of; -1 for null. */
	private void typeSwitch(String name, String type, Object[] labels) {
		body(name, type, m -> {
			Label some = new Label();
			m.visitVarInsn(Opcodes.ALOAD, 0);
			m.visitJumpInsn(Opcodes.IFNONNULL, some);
			returnInt(m, -1);
			m.visitLabel(some);
			for (int i = 0; i < labels.length; i++) {
				Label next = new Label();
				m.visitVarInsn(Opcodes.ILOAD, 1);
				m.visitIntInsn(Opcodes.SIPUSH, i);
				m.visitJumpInsn(Opcodes.IF_ICMPGT, next);
				m.visitVarInsn(Opcodes.ALOAD, 0);
				m.visitTypeInsn(Opcodes.INSTANCEOF, ((Type) labels[i]).getInternalName());
				m.visitJumpInsn(Opcodes.IFEQ, next);
				returnInt(m, i);
				m.visitLabel(next);
			}
			returnInt(m, labels.length);
		});
	}

	private void recordHash(String name, String type, Object[] arguments) {
		body(name, type, m -> {
			m.visitInsn(Opcodes.ICONST_0);
			for (Handle field : fields(arguments)) {
				m.visitIntInsn(Opcodes.BIPUSH, 31);
				m.visitInsn(Opcodes.IMUL);
				get(m, field);
				Type of = Type.getType(field.getDesc());
				String hash = "(" + (isObject(of) ? "Ljava/lang/Object;" : of.getDescriptor()) + ")I";
				m.visitMethodInsn(Opcodes.INVOKESTATIC, isObject(of) ? "java/util/Objects" : box(of), "hashCode", hash, false);
				m.visitInsn(Opcodes.IADD);
			}
			m.visitInsn(Opcodes.IRETURN);
		});
	}

	private void recordEquals(String name, String type, Object[] arguments) {
		body(name, type, m -> {
			Label differ = new Label();
			m.visitVarInsn(Opcodes.ALOAD, 1);
			m.visitTypeInsn(Opcodes.INSTANCEOF, owner);
			m.visitJumpInsn(Opcodes.IFEQ, differ);
			m.visitVarInsn(Opcodes.ALOAD, 1);
			m.visitTypeInsn(Opcodes.CHECKCAST, owner);
			m.visitVarInsn(Opcodes.ASTORE, 1);
			for (Handle field : fields(arguments)) {
				Type of = Type.getType(field.getDesc());
				get(m, field);
				m.visitVarInsn(Opcodes.ALOAD, 1);
				m.visitFieldInsn(Opcodes.GETFIELD, field.getOwner(), field.getName(), field.getDesc());
				if (isObject(of)) {
					m.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z", false);
					m.visitJumpInsn(Opcodes.IFEQ, differ);
				} else {
					m.visitMethodInsn(Opcodes.INVOKESTATIC, box(of), "compare", "(" + of.getDescriptor() + of.getDescriptor() + ")I", false);
					m.visitJumpInsn(Opcodes.IFNE, differ);
				}
			}
			returnInt(m, 1);
			m.visitLabel(differ);
			returnInt(m, 0);
		});
	}

	private void body(String name, String type, Consumer<MethodVisitor> code) {
		MethodVisitor method = cv.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, name, type, null, null);
		method.visitCode();
		code.accept(method);
		method.visitMaxs(0, 0);
		method.visitEnd();
	}

	private static void returnInt(MethodVisitor method, int value) {
		method.visitIntInsn(Opcodes.SIPUSH, value);
		method.visitInsn(Opcodes.IRETURN);
	}

	private static void get(MethodVisitor method, Handle field) {
		method.visitVarInsn(Opcodes.ALOAD, 0);
		method.visitFieldInsn(Opcodes.GETFIELD, field.getOwner(), field.getName(), field.getDesc());
	}

	/** The components of a record, as {@code ObjectMethods.bootstrap} is told them: after the class and the names. */
	private static List<Handle> fields(Object[] arguments) {
		return Stream.of(arguments).skip(2).map(Handle.class::cast).toList();
	}

	private static boolean isObject(Type type) {
		return type.getSort() >= Type.ARRAY;
	}

	private static String box(Type type) {
		return switch (type.getSort()) {
			case Type.BOOLEAN -> "java/lang/Boolean";
			case Type.CHAR -> "java/lang/Character";
			case Type.BYTE -> "java/lang/Byte";
			case Type.SHORT -> "java/lang/Short";
			case Type.INT -> "java/lang/Integer";
			case Type.LONG -> "java/lang/Long";
			case Type.FLOAT -> "java/lang/Float";
			default -> "java/lang/Double";
		};
	}
}
