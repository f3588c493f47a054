/** What the foreign keys do not tell PostGraphile: where a division lies, and what may be filtered and sorted by. */
export const smartTags = {
  version: 1,
  config: {
    class: {
      'public.division': { tags: { foreignKey: '(parent_code) references public.division (code)' } },
    },
    attribute: {
      'public.household.village_code': { tags: { behavior: ['+filterBy', '+orderBy'] } },
      'public.household.head_pinyin': { tags: { behavior: ['+orderBy'] } },
      'public.pairing.ended_on': { tags: { behavior: ['+filterBy', '+orderBy'] } },
      'public.pairing.role': { tags: { behavior: ['+filterBy'] } },
      'public.pairing.started_on': { tags: { behavior: ['+orderBy'] } },
      'public.visit.visited_on': { tags: { behavior: ['+orderBy'] } },
    },
  },
};
