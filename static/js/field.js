// Runs after the editor. Shows the long text that waits for one in the field where it is, should no editor have come.
for (const field of document.querySelectorAll(".awaits-editor")) field.classList.remove("awaits-editor");
