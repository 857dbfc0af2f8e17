#include "wire/json/time.h"

#include <algorithm>
#include <chrono>

namespace parlor::wire {
namespace {

constexpr std::int64_t kSecond = 1'000;
constexpr std::int64_t kDay = 86'400 * kSecond;
constexpr std::int64_t kFirst = -62'167'219'200'000;  // 0000-01-01T00:00:00.000Z
constexpr std::int64_t kLast = 253'402'300'799'999;   // 9999-12-31T23:59:59.999Z

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Takes the text apart from the left; any miss makes ok false and stays so.
struct Scanner {
  std::string_view rest;
  bool ok = true;

  int digits(std::size_t count) {
    if (rest.size() < count) ok = false;
    int value = 0;
    for (std::size_t i = 0; ok && i < count; ++i) {
      ok = is_digit(rest[i]);
      value = value * 10 + (rest[i] - '0');
    }
    if (ok) rest.remove_prefix(count);
    return value;
  }

  char one_of(std::string_view allowed) {
    if (!ok || rest.empty() || allowed.find(rest.front()) == std::string_view::npos) {
      ok = false;
      return '\0';
    }
    const char found = rest.front();
    rest.remove_prefix(1);
    return found;
  }

  std::int64_t fraction_ms() {
    if (!ok || rest.empty() || rest.front() != '.') return 0;
    rest.remove_prefix(1);
    const auto end = std::ranges::find_if_not(rest, is_digit);
    const auto count = static_cast<std::size_t>(end - rest.begin());
    ok = count > 0;
    std::int64_t value = 0;
    for (std::size_t i = 0; i < 3; ++i)
      value = value * 10 + (i < count ? rest[i] - '0' : 0);
    rest.remove_prefix(count);
    return value;
  }

  std::int64_t offset_ms() {
    const char sign = one_of("Zz+-");
    if (!ok || sign == 'Z' || sign == 'z') return 0;
    const int hours = digits(2);
    one_of(":");
    const int minutes = digits(2);
    ok = ok && hours < 24 && minutes < 60;
    const std::int64_t offset = (hours * 60 + minutes) * 60 * kSecond;
    return sign == '+' ? offset : -offset;
  }
};

void put(char*& out, int value, int width) {
  for (int i = width - 1; i >= 0; --i, value /= 10)
    out[i] = static_cast<char>('0' + value % 10);
  out += width;
}

}  // namespace

std::optional<std::int64_t> parse_time(std::string_view text) {
  using namespace std::chrono;
  Scanner scan{text};
  const int years = scan.digits(4);
  scan.one_of("-");
  const int months = scan.digits(2);
  scan.one_of("-");
  const int days = scan.digits(2);
  scan.one_of("Tt");
  const int hours = scan.digits(2);
  scan.one_of(":");
  const int minutes = scan.digits(2);
  scan.one_of(":");
  const int seconds = scan.digits(2);
  const std::int64_t fraction = scan.fraction_ms();
  const std::int64_t offset = scan.offset_ms();
  const year_month_day date{year{years}, month{static_cast<unsigned>(months)}, day{static_cast<unsigned>(days)}};
  const bool in_range = hours < 24 && minutes < 60 && seconds < 60;
  if (!scan.ok || !scan.rest.empty() || !date.ok() || !in_range) return std::nullopt;
  const std::int64_t midnight = sys_days{date}.time_since_epoch().count() * kDay;
  return midnight + ((hours * 60 + minutes) * 60 + seconds) * kSecond + fraction - offset;
}

void write_time(std::int64_t milliseconds, char* out) {
  using namespace std::chrono;
  milliseconds = std::clamp(milliseconds, kFirst, kLast);
  const std::int64_t day_count = (milliseconds - kFirst) / kDay + kFirst / kDay;
  const auto rest = static_cast<int>((milliseconds - kFirst) % kDay);
  const year_month_day date{sys_days{days{day_count}}};
  put(out, static_cast<int>(date.year()), 4);
  *out++ = '-';
  put(out, static_cast<int>(static_cast<unsigned>(date.month())), 2);
  *out++ = '-';
  put(out, static_cast<int>(static_cast<unsigned>(date.day())), 2);
  *out++ = 'T';
  put(out, rest / 3'600'000, 2);
  *out++ = ':';
  put(out, rest / 60'000 % 60, 2);
  *out++ = ':';
  put(out, rest / 1'000 % 60, 2);
  *out++ = '.';
  put(out, rest % 1'000, 3);
  *out = 'Z';
}

std::string format_time(std::int64_t milliseconds) {
  std::string text(kTimeChars, '\0');
  write_time(milliseconds, text.data());
  return text;
}

}  // namespace parlor::wire
