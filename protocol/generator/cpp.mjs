// All C++ files, by name in server/wire/generated/.
import { decoders, encoders } from './cpp-codecs.mjs';
import { files as tables } from './cpp-tables.mjs';
import { header } from './cpp-types.mjs';
import { cppDoctor } from './doctor.mjs';
import { FEATURES } from './model.mjs';

export function cppFiles(model) {
  const files = { ...tables(model), ...cppDoctor(model.doctor) };
  for (const feature of FEATURES) {
    files[`${feature}.h`] = header(model, feature);
    files[`${feature}_decode.cc`] = decoders(model, feature);
    files[`${feature}_encode.cc`] = encoders(model, feature);
  }
  return files;
}
