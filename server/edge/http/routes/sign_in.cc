// /api/v1/session: signing in and out. Failures are counted by address prefix and by e-mail; successes cost nothing.
#include "edge/http/routes/callers.h"
#include "edge/http/routes/routes.h"
#include "edge/http/routes/strangers.h"
#include "wire/generated/rest.h"
#include "wire/http/cookies.h"
#include "wire/http/syntax.h"

namespace parlor::edge::route {

Result sign_in(SharedExchange exchange) {
  if (auto refused = refuse_sign_in_from(*exchange)) co_return std::move(*refused);
  auto request = read_body<wire::SignIn>(exchange);
  if (!request) co_return problem(request.error());
  const auto prefix = prefix_of(exchange->client);
  const auto email = wire::http::to_lower(request->email);
  const auto wait = co_await take_attempt(exchange, &StrangerBudgets::sign_ins, prefix);
  if (wait) co_return too_often(*wait);
  const auto wait_for_email = co_await take_attempt(exchange, &StrangerBudgets::emails, email);
  if (wait_for_email) co_return too_often(*wait_for_email);

  Secret password(std::move(request->password));
  const auto signed_in = co_await exchange->services().accounts.sign_in(request->email, std::move(password));
  if (!signed_in) co_return account_problem(signed_in.error());
  give_back_attempt(exchange, &StrangerBudgets::sign_ins, prefix);
  give_back_attempt(exchange, &StrangerBudgets::emails, email);
  auto answer = answer_with(200, describe_user(*exchange, signed_in->principal));
  add_cookie(answer, *exchange, *signed_in);
  co_return answer;
}

Result who_am_i(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::read_agents);
  if (!user) co_return std::move(user.error());
  co_return answer_with(200, describe_user(*exchange, *user));
}

Result sign_out(SharedExchange exchange) {
  auto credentials = read_credentials(exchange->request, exchange->site().origin);
  if (credentials.kind == Credentials::Kind::none) co_return problem(wire::Reason::kNotSignedIn);
  const auto done = co_await exchange->services().accounts.sign_out(std::move(credentials.token));
  if (!done) co_return account_problem(done.error());
  auto answer = no_content();
  const auto& origin = exchange->site().origin;
  const auto cookie =
      wire::http::set_cookie({.name = origin.cookie_name(), .value = "", .secure = origin.is_https(), .max_age_s = 0});
  if (cookie) answer.headers.add("Set-Cookie", *cookie);
  co_return answer;
}

}  // namespace parlor::edge::route
