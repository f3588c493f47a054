/** The refetch interval of a query that is polled only while its job runs. */
export const pollWhile =
  <Data>(isUnderWay: (data: Data) => boolean, everyMs: number) =>
  (query: { state: { data?: Data } }): number | false =>
    query.state.data !== undefined && isUnderWay(query.state.data) ? everyMs : false;
