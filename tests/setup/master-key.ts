/** Key of the personal data of tests, and of the role that their servers sign in as. */
export const masterKey = Buffer.alloc(32, 7);
