import { type AnswerError, errorCode, httpErrorOf } from './errors.ts';

const CODE = 'UNAUTHENTICATED';

let listener: (() => void) | undefined;
/** From the end of the session until the pages of the signed-in user are gone. */
let leaving = false;

/** `leave` opens the sign-in page. It is called once, however many requests under way are refused. */
export function onSessionEnd(leave: () => void): () => void {
  listener = leave;
  leaving = false;
  return () => {
    listener = undefined;
    leaving = false;
  };
}

export function noteSessionEnd(): void {
  const leave = listener;
  listener = undefined;
  leaving ||= leave !== undefined;
  leave?.();
}

export const isLeaving = (): boolean => leaving;

/** The error of a refused answer, as react-admin's HttpError. */
export function refusalOf(error: AnswerError): Error {
  if (error.extensions?.code === CODE) noteSessionEnd();
  return httpErrorOf(error);
}

/** Whether the sign-in page opens because of this refusal, so that nothing need be said about it. */
export const isSessionEnd = (error: unknown): boolean => leaving && errorCode(error) === CODE;

/** For a page that is being left. */
export const noAnswer = (): Promise<never> => new Promise(() => undefined);

/**
 * The answer, unless the session has ended: then none, as the page that asked is being left. What react-admin would
 * make of the refusal is an empty answer, at which a list goes back to its first page, away from the sign-in page.
 */
export const unlessSessionEnded = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
  answer.catch((error) => {
    if (isSessionEnd(error)) return noAnswer();
    throw error;
  });
