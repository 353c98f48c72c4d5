// The page shows a message that its script does not run; the script removes it.
document.querySelector('.scriptless')?.remove()
