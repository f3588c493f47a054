/** Business verbs that are not create or update; each resource adds its own here. */
export const verbs = {};
