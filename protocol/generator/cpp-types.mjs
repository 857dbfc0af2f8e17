// The C++ header of one feature: its enums, structs and variants.
import { FEATURES } from './model.mjs';
import { enumerator, memberName } from './names.mjs';

export const BANNER = '// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.\n';

export const open = 'namespace parlor::wire {\n';
export const close = '}  // namespace parlor::wire\n';

export const contentName = (type) => `${type.name}Content`;
export const tagName = (type) => `${type.name}Type`;

export function cppType(shape) {
  switch (shape.kind) {
    case 'id':
      return 'Uuid';
    case 'topic':
      return 'Topic';
    case 'json':
      return 'RawJson';
    case 'boolean':
      return 'bool';
    case 'integer':
    case 'time':
      return 'std::int64_t';
    case 'text':
    case 'email':
      return 'std::string';
    case 'list':
      return `std::vector<${cppType(shape.item)}>`;
    case 'type':
      return shape.type.name;
    default:
      throw new Error(`no C++ type for ${shape.kind}`);
  }
}

export function header(model, feature) {
  const types = model.featureTypes(feature);
  const uses = usedFeatures(types).filter((used) => used !== feature);
  return [
    `// ${model.title(feature)}.\n${BANNER}`,
    '#pragma once\n',
    '#include <cstdint>\n#include <optional>\n#include <string>\n#include <string_view>\n#include <variant>\n#include <vector>\n',
    [...uses.map((used) => `wire/generated/${used}.h`), 'wire/json/value.h']
      .map((path) => `#include "${path}"\n`)
      .join(''),
    open,
    types.map(declaration).join('\n'),
    types.map(functions).join(''),
    close,
  ].join('\n');
}

function usedFeatures(types) {
  const used = new Set();
  const visit = (shape) => {
    if (shape.kind === 'list') visit(shape.item);
    if (shape.kind === 'type') used.add(shape.type.feature);
  };
  for (const type of types) {
    for (const field of type.fields ?? []) visit(field.shape);
    for (const one of [...(type.cases ?? []), ...(type.tagged?.cases ?? [])]) used.add(one.type.feature);
  }
  return FEATURES.filter((feature) => used.has(feature));
}

function declaration(type) {
  const comment = type.description === undefined ? '' : `// ${type.description}\n`;
  if (type.kind === 'enum') return comment + enumeration(type.name, type.values);
  if (type.kind === 'struct') return taggedContent(type) + comment + struct(type);
  return `${comment}using ${type.name} = std::variant<${type.cases.map((one) => one.type.name).join(', ')}>;\n`;
}

function enumeration(name, values) {
  return `enum class ${name} : std::uint8_t {\n${values.map((value) => `  ${enumerator(value)},\n`).join('')}};\n`;
}

function taggedContent(type) {
  if (type.tagged === undefined) return '';
  const names = type.tagged.cases.map((one) => one.type.name);
  const tags = type.tagged.cases.map((one) => one.tag);
  const variant = `using ${contentName(type)} = std::variant<\n    ${names.join(',\n    ')}>;\n`;
  return `// In the order of ${contentName(type)}, whose index it is.\n${enumeration(tagName(type), tags)}\n${variant}\n`;
}

function struct(type) {
  const lines = type.fields.filter((field) => field.shape.kind !== 'const').map(member);
  if (type.tagged !== undefined) {
    lines.push(`  ${contentName(type)} ${type.tagged.content}{};  // names the type by its alternative\n`);
    lines.push(`\n  [[nodiscard]] ${tagName(type)} ${type.tagged.tag}() const;\n`);
  }
  const gap = lines.length > 0 ? '\n' : '';
  return `struct ${type.name} {\n${lines.join('')}${gap}  bool operator==(const ${type.name}&) const = default;\n};\n`;
}

function member(field) {
  const type = cppType(field.shape);
  const note = field.shape.kind === 'time' ? '  // milliseconds since the Unix epoch' : '';
  return `  ${field.required ? type : `std::optional<${type}>`} ${memberName(field.name)}{};${note}\n`;
}

function functions(type) {
  const lines = [];
  const named = (name) => {
    lines.push(`std::string_view to_string(${name} value);\n`);
    lines.push(`bool parse(std::string_view text, ${name}& out);\n`);
  };
  if (type.kind === 'enum') named(type.name);
  if (type.tagged !== undefined) named(tagName(type));
  const parameter = type.kind === 'enum' ? type.name : `const ${type.name}&`;
  lines.push(`bool decode(Reader& reader, Element element, ${type.name}& out);\n`);
  lines.push(`void encode(Writer& out, ${parameter} value);\n`);
  return lines.join('');
}
