/** JSON text that the database wrote; it goes to the client unread. */
export class JsonText {
  constructor(readonly text: Buffer) {}
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: unknown;
}

/** Prints an answer; what the database wrote is not read again. */
export function printAnswer(answer: Answer): string {
  if (!(answer.data instanceof JsonText)) return JSON.stringify(answer);
  return `${around.before}${answer.data.text}${around.after(answer)}`;
}

/** The same as bytes, ready to be sent. */
export const answerBytes = (data: Buffer, others: Pick<Answer, 'extensions'>): Buffer =>
  Buffer.concat([Buffer.from(around.before), data, Buffer.from(around.after(others))]);

/** The parts of an answer around `data`. */
const around = {
  before: '{"data":',
  after: ({ errors, extensions }: Answer) => {
    const others = JSON.stringify({ errors, extensions });
    return others === '{}' ? '}' : `,${others.slice(1)}`;
  },
};
