import { graphql } from '../../api/graphql.ts';
import { saveOf } from '../../providers/data/documents.ts';

// The mutations return only whether they succeeded: the page reloads everything.

const addMemberMutation = graphql(`
  mutation AddMember($input: AddMemberInput!) {
    addMember(input: $input) {
      member {
        id
      }
    }
  }
`);

const updateMemberMutation = graphql(`
  mutation UpdateMember($input: UpdateMemberInput!) {
    updateMember(input: $input) {
      member {
        id
      }
    }
  }
`);

const memberLeavesMutation = graphql(`
  mutation MemberLeaves($input: MemberLeavesInput!) {
    memberLeaves(input: $input) {
      member {
        id
      }
    }
  }
`);

const memberReturnsMutation = graphql(`
  mutation MemberReturns($input: MemberReturnsInput!) {
    memberReturns(input: $input) {
      member {
        id
      }
    }
  }
`);

const changeHeadMutation = graphql(`
  mutation ChangeHead($input: ChangeHeadInput!) {
    changeHead(input: $input) {
      household {
        id
      }
    }
  }
`);

const setIncomeMutation = graphql(`
  mutation SetIncome($input: SetIncomeInput!) {
    setIncome(input: $input) {
      household {
        id
      }
    }
  }
`);

const addRiskMutation = graphql(`
  mutation AddRisk($input: AddRiskInput!) {
    addRisk(input: $input) {
      risk {
        id
      }
    }
  }
`);

const eliminateRiskMutation = graphql(`
  mutation EliminateRisk($input: EliminateRiskInput!) {
    eliminateRisk(input: $input) {
      risk {
        id
      }
    }
  }
`);

const rollBackEliminationMutation = graphql(`
  mutation RollBackElimination($input: RollBackEliminationInput!) {
    rollBackElimination(input: $input) {
      risk {
        id
      }
    }
  }
`);

const setCategoryMutation = graphql(`
  mutation SetCategory($input: SetCategoryInput!) {
    setCategory(input: $input) {
      household {
        id
      }
    }
  }
`);

const closeHouseholdMutation = graphql(`
  mutation CloseHousehold($input: CloseHouseholdInput!) {
    closeHousehold(input: $input) {
      household {
        id
      }
    }
  }
`);

const mergeHouseholdMutation = graphql(`
  mutation MergeHousehold($input: MergeHouseholdInput!) {
    mergeHousehold(input: $input) {
      household {
        id
      }
    }
  }
`);

const moveHouseholdMutation = graphql(`
  mutation MoveHousehold($input: MoveHouseholdInput!) {
    moveHousehold(input: $input) {
      household {
        id
      }
    }
  }
`);

const reopenHouseholdMutation = graphql(`
  mutation ReopenHousehold($input: ReopenHouseholdInput!) {
    reopenHousehold(input: $input) {
      household {
        id
      }
    }
  }
`);

export const addMember = saveOf(addMemberMutation, (result) => result.addMember.member);
export const updateMember = saveOf(updateMemberMutation, (result) => result.updateMember.member);
export const memberLeaves = saveOf(memberLeavesMutation, (result) => result.memberLeaves.member);
export const memberReturns = saveOf(memberReturnsMutation, (result) => result.memberReturns.member);
export const changeHead = saveOf(changeHeadMutation, (result) => result.changeHead.household);
export const setIncome = saveOf(setIncomeMutation, (result) => result.setIncome.household);
export const addRisk = saveOf(addRiskMutation, (result) => result.addRisk.risk);
export const eliminateRisk = saveOf(eliminateRiskMutation, (result) => result.eliminateRisk.risk);
export const rollBackElimination = saveOf(
  rollBackEliminationMutation,
  (result) => result.rollBackElimination.risk,
);
export const setCategory = saveOf(setCategoryMutation, (result) => result.setCategory.household);
export const closeHousehold = saveOf(closeHouseholdMutation, (result) => result.closeHousehold.household);
export const mergeHousehold = saveOf(mergeHouseholdMutation, (result) => result.mergeHousehold.household);
export const moveHousehold = saveOf(moveHouseholdMutation, (result) => result.moveHousehold.household);
export const reopenHousehold = saveOf(reopenHouseholdMutation, (result) => result.reopenHousehold.household);
