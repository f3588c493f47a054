/** Thrown by a sign-in whose password was correct and that continues with a code of the second factor. */
export class CodeRequired extends Error {
  constructor(readonly challenge: string) {
    super('resources.session.secondFactor.signIn.lead');
  }
}
