/** Figures entered by hand, for those who reach the store only through services. */
export {
  type EnteredFigure,
  type FigureToSave,
  type FigureVersion,
  listFigures,
  listFigureVersions,
  saveFigures as saveEntered,
} from "../../store/entered-figure.ts";
export { type FigureOwner, giveFigures, listFigureOwners, takeFigures } from "../../store/figure-owner.ts";
