import { graphql } from '../../api/graphql.ts';

/** Members by name or number. */
export const membersFound = graphql(`
  query MembersFound($search: String!) {
    members(filter: { search: $search, present: true }, first: 20) {
      nodes {
        id
        name
        residentIdMasked
        household {
          id
          headName
        }
      }
    }
  }
`);

/** Layouts in use, to choose from. */
export const layoutsOf = graphql(`
  query LayoutsOf($countyCode: String!) {
    bankLayouts(filter: { countyCode: $countyCode, inUse: true }, first: 50) {
      nodes {
        id
        name
      }
    }
  }
`);
