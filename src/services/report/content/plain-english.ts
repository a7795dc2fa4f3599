/** The card in short sentences: for members with its numbers, for young people in rough words. */
import { cardOf, type Maker } from "../making.ts";
import { membersBlocks } from "./plain-members.ts";
import { youngPeopleBlocks } from "./plain-young-people.ts";

export const makePlainEnglish: Maker<"plain-english"> = ({ reader, tell }, making) => {
  const card = cardOf(making);
  return {
    blocks: reader === "members" ? membersBlocks(card, making) : youngPeopleBlocks(card, tell, making.section.id),
  };
};
