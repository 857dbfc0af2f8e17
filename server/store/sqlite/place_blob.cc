#include "store/sqlite/place_blob.h"

namespace parlor::store {
namespace {

void pack_skills(Packed& out, const std::vector<Skill>& skills) {
  out.number(skills.size());
  for (const auto& skill : skills)
    out.id(skill.id).number(skill.level);
}

std::vector<Skill> unpack_skills(Unpacked& in) {
  std::vector<Skill> skills;
  for (auto count = in.number(); count > 0; --count) {
    const auto id = in.id<SkillId>();
    skills.push_back({id, static_cast<Level>(in.number())});
  }
  return skills;
}

}  // namespace

void pack_place(Packed& out, const Place& place) {
  out.number(place.team ? 1 : 0);
  if (place.team) out.id(*place.team);
  out.word(place.priority);
  pack_skills(out, place.required);
  pack_skills(out, place.preferred);
  // The last, and not there in what an older version wrote.
  out.word(place.reach);
}

Place unpack_place(Unpacked& in) {
  Place place;
  if (in.number() == 1) place.team = in.id<TeamId>();
  place.priority = in.word<Priority>();
  place.required = unpack_skills(in);
  place.preferred = unpack_skills(in);
  if (!in.at_end()) place.reach = in.word<Reach>();
  return place;
}

}  // namespace parlor::store
