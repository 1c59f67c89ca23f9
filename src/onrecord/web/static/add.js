// Comfort for adding: files may be dropped anywhere on the page.
"use strict";

const files = document.getElementById("files");
if (files) {
  document.addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("dropping"); });
  document.addEventListener("dragleave", () => document.body.classList.remove("dropping"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("dropping");
    if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
  });
}
