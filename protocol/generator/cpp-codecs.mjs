// The C++ decoders and encoders of one feature.
import { BANNER, close, contentName, open, tagName } from './cpp-types.mjs';
import { enumerator, memberName } from './names.mjs';

const quote = (text) => JSON.stringify(text);

export function decoders(model, feature) {
  return source(feature, model.featureTypes(feature).map(decoder), {
    system: ['<array>', '<span>'],
    own: 'reader',
  });
}

export function encoders(model, feature) {
  return source(feature, model.featureTypes(feature).map(encoder), { system: ['<array>'], own: 'writer' });
}

function source(feature, functions, { system, own }) {
  const includes = system.map((name) => `#include ${name}\n`).join('');
  const head = [BANNER, `#include "wire/generated/${feature}.h"\n`, includes, `#include "wire/json/${own}.h"\n`];
  return [...head, open, functions.join('\n'), close].join('\n');
}

function decoder(type) {
  if (type.kind === 'enum') return enumDecoder(type.name, type.values);
  if (type.kind === 'variant') return variantDecoder(type);
  if (type.kind === 'by_key') return byKeyDecoder(type);
  return structDecoder(type);
}

function enumParser(name, values) {
  const cases = values.map(
    (value) => `  if (text == ${quote(value)}) return out = ${name}::${enumerator(value)}, true;\n`,
  );
  return `bool parse(std::string_view text, ${name}& out) {\n${cases.join('')}  return false;\n}\n`;
}

function enumDecoder(name, values) {
  const words = values.join(', ');
  return `${enumParser(name, values)}
bool decode(Reader& reader, Element element, ${name}& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail(${quote(`must be one of ${words}`)});
}
`;
}

function caseLines(cases, tag, target) {
  return cases.map((one) => `  if (${tag} == ${quote(one.tag)}) return ${target(one)};\n`);
}

function variantDecoder(type) {
  const target = (one) => `decode(reader, element, out.emplace<${one.type.name}>())`;
  return `bool decode(Reader& reader, Element element, ${type.name}& out) {
  Fields fields(reader);
  std::string_view tag;
  if (!fields.peek(element) || !fields.word(${quote(type.tag)}, tag)) return false;
${caseLines(type.cases, 'tag', target).join('')}  return fields.no_such(${quote(type.tag)});
}
`;
}

function byKeyDecoder(type) {
  const lines = type.cases.map(
    (one) => `  if (fields.has(${quote(one.key)})) return decode(reader, element, out.emplace<${one.type.name}>());\n`,
  );
  return `bool decode(Reader& reader, Element element, ${type.name}& out) {
  Fields fields(reader);
  if (!fields.peek(element)) return false;
${lines.join('')}  return fields.missing(${quote(type.cases[0].key)});
}
`;
}

function structDecoder(type) {
  const tagged = type.tagged;
  const known = type.fields.map((field) => field.name);
  if (tagged !== undefined) known.push(tagged.tag, tagged.content);
  const list = known.length === 0 ? '{}' : `known`;
  const knownLine =
    known.length === 0
      ? ''
      : `  static constexpr std::array<std::string_view, ${known.length}> known = {\n      ${known.map(quote).join(', ')}};\n`;
  const steps = [`fields.open(element, ${list})`, ...type.fields.map(fieldStep)];
  if (type.requiredSets !== undefined) steps.push('fields.any_of(alternatives)');
  if (tagged !== undefined) steps.push(`decode_content(fields, out.${tagged.content})`);
  const unused = known.length === 0 ? '/*out*/' : 'out';
  return `${contentDecoder(type)}bool decode(Reader& reader, Element element, ${type.name}& ${unused}) {
${knownLine}${alternatives(type)}  Fields fields(reader);
  return ${steps.join(' &&\n         ')};
}
`;
}

function alternatives(type) {
  if (type.requiredSets === undefined) return '';
  const lines = type.requiredSets.map(
    (names, index) =>
      `  static constexpr std::array<std::string_view, ${names.length}> set${index} = {${names.map(quote).join(', ')}};\n`,
  );
  const sets = type.requiredSets.map((_, index) => `set${index}`).join(', ');
  const count = type.requiredSets.length;
  return `${lines.join('')}  static constexpr std::array<std::span<const std::string_view>, ${count}> alternatives = {${sets}};\n`;
}

function contentDecoder(type) {
  if (type.tagged === undefined) return '';
  const { tag, content, cases } = type.tagged;
  const target = (one) => `fields.required(${quote(content)}, out.emplace<${one.type.name}>())`;
  return `static bool decode_content(Reader& reader, Fields& fields, ${contentName(type)}& out) {
  std::string_view tag;
  if (!fields.word(${quote(tag)}, tag)) return false;
${caseLines(cases, 'tag', target).join('')}  return fields.no_such(${quote(tag)});
}

${enumParser(
  tagName(type),
  cases.map((one) => one.tag),
)}
`.replace('Reader& reader, Fields', 'Fields');
}

function fieldStep(field) {
  if (field.shape.kind === 'const') return `fields.constant(${quote(field.name)}, ${quote(field.shape.value)})`;
  const rules = rulesOf(field.shape).map((rule) => `, ${rule}`);
  const verb = field.required ? 'required' : 'optional';
  return `fields.${verb}(${quote(field.name)}, out.${memberName(field.name)}${rules.join('')})`;
}

function rulesOf(shape) {
  switch (shape.kind) {
    case 'text':
      return [textRule(shape)];
    case 'email':
      return [`EmailRule{${textRule(shape)}}`];
    case 'integer':
      return [`IntegerRule{.min = ${shape.min}, .max = ${shape.max}}`];
    case 'time':
      return ['TimeRule{}'];
    case 'list':
      return [listRule(shape)];
    default:
      return [];
  }
}

function textRule(shape) {
  const parts = [];
  if (shape.min > 0) parts.push(`.chars_min = ${shape.min}`);
  if (shape.max !== undefined) parts.push(`.chars_max = ${shape.max}`);
  if (shape.maxBytes !== undefined) parts.push(`.bytes_max = ${shape.maxBytes}`);
  return `TextRule{${parts.join(', ')}}`;
}

function listRule(shape) {
  const parts = [];
  if (shape.min !== undefined) parts.push(`.min = ${shape.min}`);
  if (shape.max !== undefined) parts.push(`.max = ${shape.max}`);
  const [item] = rulesOf(shape.item);
  if (item === undefined) return `ListRule<>{${parts.join(', ')}}`;
  return `ListRule<${item.split('{')[0]}>{${[...parts, `.item = ${item}`].join(', ')}}`;
}

function encoder(type) {
  if (type.kind === 'enum') {
    return `${enumNames(type.name, type.values)}
void encode(Writer& out, ${type.name} value) { out.text(to_string(value)); }
`;
  }
  if (type.kind === 'struct') return structEncoder(type);
  return `void encode(Writer& out, const ${type.name}& value) {
  std::visit([&out](const auto& one) { encode(out, one); }, value);
}
`;
}

function enumNames(name, values) {
  const lines = values.map((value) => `      ${quote(value)},\n`).join('');
  return `std::string_view to_string(${name} value) {
  static constexpr std::array<std::string_view, ${values.length}> names = {
${lines}  };
  return names[static_cast<std::size_t>(value)];
}
`;
}

function structEncoder(type) {
  const steps = type.fields.map(fieldWrite);
  let before = '';
  if (type.tagged !== undefined) {
    const { tag, content, cases } = type.tagged;
    steps.push(`out.field(${quote(tag)}, to_string(value.${tag}()))`);
    steps.push(`out.key(${quote(content)})`);
    steps.push(`std::visit([&out](const auto& one) { encode(out, one); }, value.${content})`);
    before = `${enumNames(
      tagName(type),
      cases.map((one) => one.tag),
    )}
${tagName(type)} ${type.name}::${tag}() const { return static_cast<${tagName(type)}>(${content}.index()); }

`;
  }
  const parameter = steps.some((step) => step.includes('value')) ? 'value' : '/*value*/';
  const lines = ['out.begin_object()', ...steps, 'out.end_object()'].map((step) => `  ${step};\n`);
  return `${before}void encode(Writer& out, const ${type.name}& ${parameter}) {\n${lines.join('')}}\n`;
}

function fieldWrite(field) {
  const name = quote(field.name);
  if (field.shape.kind === 'const') return `out.field(${name}, std::string_view(${quote(field.shape.value)}))`;
  const single = field.shape.kind === 'list' ? field.shape.item : field.shape;
  const verb = single.kind === 'time' ? 'time_field' : 'field';
  return `out.${verb}(${name}, value.${memberName(field.name)})`;
}
