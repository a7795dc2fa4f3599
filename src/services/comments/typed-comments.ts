/** Comments as they were typed, for pages that list them: read, their versions, taken away and brought back. */
export {
  type CommentVersion,
  chooseComments,
  commentVersions,
  readComment,
  restoreComment,
  withdrawComment,
  withdrawnAt,
} from "../../store/comment.ts";
export { withdrawCommentDue } from "../../store/comment-due.ts";
