// The connection doctor's faults, from doctor.json, for both languages.
import { BANNER, close, open } from './cpp-types.mjs';
import { enumerator } from './names.mjs';

const PROXIES = ['nginx', 'haproxy', 'caddy', 'apache', 'parlor'];
const SEVERITIES = ['broken', 'note'];

/** The table itself, once each condition names a fact and one of its values. */
export function checkedDoctor(doctor) {
  for (const fault of doctor.faults) {
    const wrong = (what) => new Error(`doctor.json: ${fault.id}: ${what}`);
    if (!SEVERITIES.includes(fault.severity)) throw wrong(fault.severity);
    if (fault.when.length === 0) throw wrong('no condition');
    for (const [fact, value] of fault.when.flatMap(Object.entries)) {
      if (!doctor.facts[fact]?.values.includes(value)) throw wrong(`${fact} is never ${value}`);
    }
    for (const [proxy, lines] of Object.entries(fault.advice)) {
      if (!PROXIES.includes(proxy) || lines.length === 0) throw wrong(`advice for ${proxy}`);
    }
  }
  return doctor;
}

const quote = (text) => JSON.stringify(text);
const list = (items) => `{${items.join(', ')}}`;

function cppFault(fault) {
  const when = fault.when.map((all) => list(Object.entries(all).map((pair) => list(pair.map(quote)))));
  const advice = Object.entries(fault.advice).map(([proxy, lines]) => list([quote(proxy), list(lines.map(quote))]));
  return `      {${quote(fault.id)},
       Severity::${enumerator(fault.severity)},
       ${list(when)},
       ${quote(fault.title)},
       ${quote(fault.meaning)},
       ${list(advice)}},
`;
}

export const cppDoctor = (doctor) => ({
  'doctor.h': `// What the connection doctor can find on the way to a server, and the lines that mend it: the words of
// protocol/doctor.json.
${BANNER}
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

${open}
// With a broken one some chats fail or fall back; a note costs little.
enum class Severity : std::uint8_t {
${SEVERITIES.map((one) => `  ${enumerator(one)},\n`).join('')}};

struct DoctorCondition {
  std::string_view fact;
  std::string_view value;
};

// Lines to add to the configuration of this proxy (or, for \`parlor\`, to the command).
struct DoctorAdvice {
  std::string_view proxy;
  std::vector<std::string_view> lines;
};

struct DoctorFault {
  std::string_view id;
  Severity severity;
  // It is there when everything of one of these is so.
  std::vector<std::vector<DoctorCondition>> when;
  // Texts and lines may hold {figures}.
  std::string_view title;
  std::string_view meaning;
  std::vector<DoctorAdvice> advice;
};

const std::vector<DoctorFault>& doctor_faults();

${close}`,
  'doctor.cc': `${BANNER}
#include "wire/generated/doctor.h"

${open}
const std::vector<DoctorFault>& doctor_faults() {
  static const std::vector<DoctorFault> faults = {
${doctor.faults.map(cppFault).join('')}  };
  return faults;
}

${close}`,
});

const factLine = ([name, { says, values }]) =>
  `  /** ${says} */\n  ${name}?: ${values.map((value) => `'${value}'`).join(' | ')};\n`;

export const typescriptDoctor = (doctor, banner) => ({
  'doctor.ts': `// What the connection doctor can find on the way to a server, and the lines that mend it.
${banner}
/** What was seen; a fact that nobody could look at is absent. */
export interface Facts {
${Object.entries(doctor.facts).map(factLine).join('')}}

export type ProxyName = ${PROXIES.map((name) => `'${name}'`).join(' | ')};

export interface Fault {
  readonly id: string;
  /** With a broken one some chats fail or fall back; a note costs little. */
  readonly severity: ${SEVERITIES.map((name) => `'${name}'`).join(' | ')};
  /** It is there when everything of one of these is so. */
  readonly when: readonly Facts[];
  readonly title: string;
  /** Texts and lines may hold {figures}. */
  readonly meaning: string;
  readonly advice: { readonly [name in ProxyName]?: readonly string[] };
}

export const doctorFaults: readonly Fault[] = ${JSON.stringify(doctor.faults, null, 2)};
`,
});
