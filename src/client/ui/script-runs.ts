// The page says that its script does not run, until this is run.
document.querySelector('.scriptless')?.remove()
