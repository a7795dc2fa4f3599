// A code that stands after # in the address is put into its field, and out of the address and its history.
const field = document.querySelector(".app-one-time-code");
if (field && location.hash.length > 1 && field.value === "") {
  field.value = decodeURIComponent(location.hash.slice(1)).slice(0, 60);
  history.replaceState(null, "", location.pathname);
}
