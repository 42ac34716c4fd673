# Sourced: brings the packages of the folder one is in, if its lock file has changed since they were brought.
install_packages() {
  local packages
  packages=$(sha256sum package-lock.json)
  if [[ $(cat node_modules/.packages 2> /dev/null) == "$packages" ]]; then return; fi
  # Not "npm ci": it asks the lock file for every platform's binaries, of which a registry may hold only this one's.
  npm install --no-save --no-audit --no-fund --loglevel=error > /dev/null
  echo "$packages" > node_modules/.packages
}
