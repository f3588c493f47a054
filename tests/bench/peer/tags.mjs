/** Relations that foreign keys do not show to PostGraphile: parents of divisions, and owners of duties and accounts. */
export const smartTags = {
  version: 1,
  config: {
    class: {
      'public.division': { tags: { foreignKey: '(parent_code) references public.division (code)' } },
      'public.household_year': {
        tags: {
          primaryKey: 'county_code,household_id,year',
          foreignKey:
            '(county_code, household_id, village_code) references public.household (county_code, id, village_code)',
        },
      },
      'bench_peer.visit_duty': {
        tags: {
          foreignKey: [
            '(county_code, household_id, village_code) references public.household (county_code, id, village_code)',
            '(county_code, cadre_id) references public.cadre (county_code, id)',
            '(county_code, visit_id) references public.visit (county_code, id)',
            '(county_code, excuse_id) references public.duty_excuse (county_code, id)',
          ],
        },
      },
    },
  },
};
