#include "edge/http/answer.h"

#include "wire/generated/rest.h"
#include "wire/json/writer.h"

namespace parlor::edge {

Answer json_answer(unsigned status, std::string body) {
  Answer answer{.status = status};
  answer.headers.add("Content-Type", "application/json");
  answer.body = std::move(body);
  return answer;
}

Answer no_content() {
  return Answer{.status = 204};
}

Answer problem(const Trouble& trouble) {
  const auto& kind = wire::error_kind(trouble.reason);
  wire::Problem problem;
  problem.type = "urn:parlor:problem:" + std::string(kind.reason);
  problem.title = kind.message;
  problem.status = kind.http;
  problem.reason = kind.reason;
  if (!trouble.detail.empty()) problem.detail = trouble.detail;
  if (!trouble.field.empty()) problem.field = trouble.field;
  auto wait = trouble.retry_after_ms;
  if (!wait && kind.retry == wire::Retry::kAfter) wait = 1000;
  problem.retry_after_ms = wait;

  Answer answer{.status = static_cast<unsigned>(kind.http)};
  answer.headers.add("Content-Type", "application/problem+json");
  if (wait) answer.headers.add("Retry-After", std::to_string((*wait + 999) / 1000));
  answer.body = wire::encode_text(problem);
  answer.readable = trouble.reason != wire::Reason::kOriginNotAllowed;
  return answer;
}

}  // namespace parlor::edge
