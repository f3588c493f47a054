/** Operations for this server. Pages are requested as the console and the phone do. */
export const villagePage = /* GraphQL */ `
  query VillagePage($village: String!) {
    households(filter: { divisionCode: $village }, first: 20) {
      nodes {
        id headName headIdMasked phoneMasked number size category status
        village { code name path parent { code name } }
        currentPairing { id startedOn cadre { id name jobTitle phoneMasked } }
        visits(first: 2, orderBy: [{ field: VISITED_ON, direction: DESC }]) {
          nodes { id visitedOn mode findings }
        }
      }
    }
  }`;

const householdRow = /* GraphQL */ `
  fragment HouseholdRow on Household {
    id version headName headIdMasked phoneMasked number size category status
    village { code name shortName path }
    currentPairing { id cadre { id name } }
  }`;

export const householdPage = /* GraphQL */ `
  query HouseholdPage($id: ID!) {
    household(id: $id) {
      ...HouseholdRow
      groupName address note closedOn closedReason createdAt memberCount
      mergedInto { id headName }
      currentPairing { id startedOn cadre { id name jobTitle organization { id name } } }
      currentDuty { id status period dueOn isOverdue }
      lastVisit { id visitedOn }
      members { ...MemberFields }
      incomeYears {
        year wage business property transfer expense netIncome perCapita
        items { item amount }
      }
      risks { id version kind status identifiedOn eliminatedOn note }
      categories { id category fromOn toOn reason }
      pairings(first: 100, orderBy: [{ field: STARTED_ON, direction: DESC }]) {
        nodes {
          id role startedOn endedOn endReason reason handOverNote
          cadre { id name organization { name } }
        }
      }
    }
    formerMembers: members(filter: { householdId: $id, present: false }, first: 100) {
      nodes { ...MemberFields }
    }
  }
  fragment MemberFields on Member {
    id version name relation sex birthYear documentKind residentIdMasked phoneMasked ethnicity education
    schoolStatus dropoutReason labour health politicalStatus workPlace workMonths hasDibao leftOn leftReason
  }
  ${householdRow}`;

export const dueList = /* GraphQL */ `
  query DueList($cadre: ID!, $period: Period!) {
    visitDuties(filter: { cadre: $cadre, period: $period, status: [DUE] }, first: 50) {
      nodes {
        id period dueOn status isOverdue daysLeft
        household { id headName category village { code name path } }
        cadre { id name }
        visit { id visitedOn mode }
        excuse { id reason note excusedAt }
      }
    }
  }`;

export const search = /* GraphQL */ `
  query Search($text: String!) {
    households(filter: { search: $text }, first: 20) { nodes { ...HouseholdRow } }
  }
  ${householdRow}`;

const counts =
  'households duties done lateDone due overdue missed excused upcoming rateBps problemsOpen missingHelper';

export const quarterBoard = /* GraphQL */ `
  query Board($period: Period!, $division: String) {
    quarterBoard(period: $period, divisionCode: $division) {
      period asOf
      totals { ${counts} }
      rowCount(by: TOWNSHIP)
      rows(by: TOWNSHIP, first: 100) {
        ${counts}
        filter { period divisionCode cadre }
        division { code name path }
        cadre { id name organization { id name } }
      }
    }
  }`;

export const threeLevels = /* GraphQL */ `
  query ThreeLevels($village: String!) {
    households(filter: { divisionCode: $village }, first: 25) {
      nodes {
        id headName category
        members { id name relation birthYear }
        pairings(first: 5) {
          nodes { id startedOn endedOn cadre { id name organization { id name } } }
        }
        visits(first: 4) {
          nodes { id visitedOn mode checklist { item answer } problems { id kind status } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`;

export const node = /* GraphQL */ `
  query Node($id: ID!) {
    node(id: $id) {
      id
      ... on Household { headName category village { code name } currentPairing { id cadre { id name } } }
    }
  }`;

/** The most expensive things a desk may request: boards, and counts and sorts over a whole county. */
export const dearDocuments = [
  `query ($period: Period!, $county: String) {
    quarterBoard(period: $period, divisionCode: $county) {
      totals { ${counts} } rows(by: CADRE, first: 1000) { ${counts} cadre { id name } }
    }
  }`,
  `query ($period: Period!, $county: String) {
    quarterBoard(period: $period, divisionCode: $county) { rows(by: VILLAGE, first: 1000) { ${counts} } }
  }`,
  `query ($period: Period!, $county: String!) {
    visitDuties(filter: { period: $period, divisionCode: $county }, first: 1) { totalCount }
  }`,
  `query ($county: String!) {
    households(filter: { divisionCode: $county, search: "王" }, first: 1) { totalCount }
  }`,
  `query ($county: String!) { visits(filter: { divisionCode: $county }, first: 1) { totalCount } }`,
  `query ($county: String!) { members(filter: { divisionCode: $county }, first: 1) { totalCount } }`,
  `query ($county: String!) {
    households(filter: { divisionCode: $county }, first: 50, offset: 9000) {
      nodes { id headName visits(first: 10) { nodes { id visitedOn checklist { item answer } } } }
    }
  }`,
].map((document) => document.replace(/\s+/g, ' '));
