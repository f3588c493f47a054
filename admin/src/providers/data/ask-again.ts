/** Of a query: it is asked again and again, but only while there is something to see. */
export const askAgainWhile =
  <Data>(isUnderWay: (data: Data) => boolean, everyMs: number) =>
  (query: { state: { data?: Data } }): number | false =>
    query.state.data !== undefined && isUnderWay(query.state.data) ? everyMs : false;
