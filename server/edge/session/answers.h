// Answers: gathers what the requests of one frame are answered, whenever each is, and hands the text over once: one
// answer, or a batch's list, or nothing. Lives on the session's worker.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "edge/session/session.h"

namespace parlor::edge {

class Answers {
 public:
  // One request's place. Exactly one text goes in; a slot that goes without one leaves nothing behind.
  class Slot {
   public:
    explicit Slot(std::shared_ptr<Answers> answers) : answers_(std::move(answers)) {}
    void operator()(std::string text) {
      answers_->texts_.push_back(std::move(text));
      answers_.reset();
    }

   private:
    std::shared_ptr<Answers> answers_;
  };

  Answers(AnswerTo to, bool is_batch) : to_(std::move(to)), is_batch_(is_batch) {}
  Answers(const Answers&) = delete;
  Answers& operator=(const Answers&) = delete;
  // The last slot is filled.
  ~Answers() {
    std::string text;
    if (!texts_.empty()) text = is_batch_ ? wire::encode_batch(texts_) : std::move(texts_.front());
    to_(std::move(text));
  }

 private:
  AnswerTo to_;
  bool is_batch_;
  std::vector<std::string> texts_;
};

}  // namespace parlor::edge
