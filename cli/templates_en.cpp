// What the templates of `mot init` say in English.
#include "templates.h"

namespace mot {
namespace {

// A list reads better with a text a line.
// clang-format off
constexpr TemplateTexts english_texts[] = {
    {"Our airline", "the airline", "passenger", "A trip",
     {"Web and app", "Ground handling", "Cabin crew"},
     {"app", "in person"},
     {"Book", "At the airport", "On board and arrival"},
     {{
         {"Find and book a flight", "What made you sure that this was the right flight at the right price?"},
         {"Change a booking", "What did you have to change, and what should that have taken?"},
         {"Drop the bag", "What did you want to know before you let go of your bag?"},
         {"Hear about a delay", "What did you want to know first, and from whom?"},
         {"Be welcomed on board", "Who or what made you feel expected?"},
         {"Get the bag back", "How long is too long at the belt, and what do you want to hear meanwhile?"},
     }}},
    {"Our clinic", "the clinic", "patient", "A treatment",
     {"Front desk", "Doctors", "Nursing"},
     {"phone", "in person"},
     {"Appointment", "Treatment", "Afterwards"},
     {{
         {"Get an appointment", "How soon did you need to be seen, and how soon were you?"},
         {"Arrive and wait", "What would have made the waiting bearable?"},
         {"Describe the complaint", "Did you get to say all that worried you?"},
         {"Hear the diagnosis", "What did you understand, and what did you not dare to ask?"},
         {"Be cared for on the ward", "When did you have to ask for something that should have come by itself?"},
         {"Go home with a plan", "What did you not know once you were at home?"},
     }}},
    {"Our bank", "the bank", "customer", "From opening to trust",
     {"Branch", "App and web", "Cards and payments"},
     {"app", "in the branch"},
     {"Become a customer", "Every day", "When it matters"},
     {{
         {"Open an account", "Which question did you find unnecessary, and which answer did you miss?"},
         {"Log in for the first time", "Where did you get stuck, and who helped?"},
         {"Pay a bill", "When are you sure that the money has gone where it should?"},
         {"See all accounts at a glance", "What do you look for first when you open the app?"},
         {"Report a lost card", "What did you need in the first minute?"},
         {"Ask for a loan", "How did you want to hear a no, and how a yes?"},
     }}},
    {"Our software", "the company", "user", "From trial to habit",
     {"Sales", "Product", "Support"},
     {"web", "chat"},
     {"Try", "Use", "Get help"},
     {{
         {"Understand the price", "What did you expect to pay for, and what surprised you?"},
         {"Start the trial", "What did you want to see within the first five minutes?"},
         {"Get a first result", "When did you know that it works for you?"},
         {"Invite the team", "What did your colleagues ask you first?"},
         {"Report a fault", "What did you want to hear back, and when?"},
         {"Cancel", "What would have made you stay, and what made leaving easy or hard?"},
     }}},
    {"Our council", "the council", "resident", "An application",
     {"Citizens' office", "Building office", "Online services"},
     {"online", "at the counter"},
     {"Find out", "Apply", "Get the answer"},
     {{
         {"Find the right form", "What did you call it when you searched for it?"},
         {"Make an appointment", "Which day and hour would have suited you?"},
         {"Hand in the application", "What did you have to bring that the council already had?"},
         {"Be asked for a missing paper", "How did you want to be told, and how often?"},
         {"Hear how far it is", "When did you begin to wonder whether anybody was working on it?"},
         {"Get the decision", "Did you understand why it was decided like this?"},
     }}},
    {"Our shop", "the shop", "customer", "A purchase",
     {"Shop floor", "Online shop", "Service desk"},
     {"online", "in the shop"},
     {"Choose", "Buy", "Afterwards"},
     {{
         {"Find the product", "What did you look for, and in which words?"},
         {"Ask for advice", "What did you want to know, and whom did you believe?"},
         {"Pay at the till", "What was in your way when you wanted to pay?"},
         {"Get the delivery", "When did you want to know when it comes?"},
         {"Return a product", "What were you afraid of before you asked?"},
         {"Ask about the warranty", "What did you have to prove, and what did that feel like?"},
     }}},
};

constexpr TemplateFrame english_frame = {
    {"A small start. Replace it by your own, one department at a time: the names below are guesses, and nothing is scored.",
     "What customers want is not in here: ask them. Each moment carries a question to begin with."},
    "What nobody has looked at yet. Take a line out when you begin that step: `mot validate` then lists where it is missing.",
    {"step 1: how do we want each moment to go? (desired.company)",
     "step 2: what do customers want? (desired.customer, heard)",
     "step 3: what do they live today? (actual, evidence)",
     "how much does it matter to them, 1 to 5? (importance)",
     "who takes over when it goes wrong? (recovery)",
     "what may the person in front decide? (empowerment)"},
    "Head of {}", "Ask", "one of the few that decide; are these the right ones?",
    english_texts,
};
// clang-format on

}  // namespace

const TemplateFrame& english_templates() {
  return english_frame;
}

}  // namespace mot
