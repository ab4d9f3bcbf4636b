/**
 * Every text that a person can type, by its longest length in UTF-16 units, which is what `maxLength` of an input and
 * of a schema count. The page stops there, and the server refuses what is longer. `docs/security.md` has the same table.
 */
export const textLimits = {
  /** The notes of one step, however many people type in it. */
  step: 20_000,
  privateNote: 10_000,
  /** The note of a preparation, and each answer of a follow-up. */
  long: 4_000,
  /** The text of the coach, or of the employee, for a review pack. */
  review: 2_000,
  /** Each part of an observation, before it becomes part of a step's notes. */
  observation: 1_000,
  /** Each field of a commitment, a progress line, a reason, and the words beside a scale answer. */
  short: 500,
  /** The description of a template, and the hint of a step. */
  hint: 300,
  /** One topic of a preparation. */
  topic: 200,
  /** A question of one's own, and what it is for. */
  ownQuestion: 200,
  /** A name as an invite or the directory has it; a longer one is cut. */
  name: 80,
  /** The words of a search. */
  search: 100,
  /** The title of a template, and of a step. */
  title: 60,
}

/** How many of something a person can add. */
export const countLimits = {
  topics: 10,
  /** More in one conversation nobody keeps. */
  commitments: 5,
  /** In the live document, those that were removed included. */
  liveCommitments: 20,
  stepsOfTemplate: 15,
  questionsOfStep: 5,
}

/** Sizes in bytes, and the depth of JSON. The server looks at these before it looks at what is inside. */
export const sizeLimits = {
  /**
   * The notes of a conversation as Yjs encodes them, with what it remembers of deleted text. The page stops at the
   * first, the server at the second: what two people wrote offline beside each other still fits.
   */
  notes: { page: 1_500_000, server: 2_000_000 },
  /** One message on the socket of the notes. A keystroke is some tens of bytes; the largest paste stays far below. */
  socketMessage: 512 * 1024,
  /** The first message on such a socket, which brings the token. */
  signIn: 16 * 1024,
  /** A presence message (awareness of Yjs), in bytes; a page sends some hundreds. */
  presence: 4096,
  /** A stateless message, which is a word and a number. */
  question: 64,
  /** The body of a request. */
  body: 64 * 1024,
  /** How deep arrays and objects of JSON may be nested. A template is six deep, and an activity of the bot nine. */
  jsonDepth: 32,
}
