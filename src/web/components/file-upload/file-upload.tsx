/** Files to be sent; with JavaScript they may be dropped on it. */
import { type BlockProps, classNames } from "../block.ts";
import { describedBy, type FieldProps, FormGroup } from "../form-group.tsx";

export type FileUploadProps = FieldProps &
  Omit<BlockProps, "children"> & {
    readonly name: string;
    readonly multiple?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    /** Offers a place to drop files on where the browser can. */
    readonly javascript?: boolean | undefined;
  };

/** GOV.UK file upload with its label. */
export function FileUpload(props: FileUploadProps) {
  const { id, name, multiple, disabled, javascript = false, error, class: extra, attributes } = props;
  const control = (
    <input
      class={classNames("govuk-file-upload", extra, error ? "govuk-file-upload--error" : null)}
      id={id}
      name={name}
      type="file"
      disabled={disabled}
      multiple={multiple}
      aria-describedby={describedBy(props)}
      {...attributes}
    />
  );
  return (
    <FormGroup field={props}>
      {javascript ? (
        <div class="govuk-file-upload-wrapper" data-module="govuk-file-upload">
          {control}
        </div>
      ) : (
        control
      )}
    </FormGroup>
  );
}
