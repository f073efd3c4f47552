-- What an editor shows: findings of mot and completion by the schema in a real Neovim, as examples/editors/neovim/mot.lua sets it up.
--   nvim --headless -u examples/editors/neovim/mot.lua -S editors.lua FILE   (with a misspelt key at the line named by MOT_LINE)
local function fail(text)
  io.stderr:write('editors: ' .. text .. '\n')
  vim.cmd('cquit 1')
end

local line = tonumber(vim.env.MOT_LINE)
local function shown()
  return vim.tbl_filter(function(one) return one.lnum == line - 1 and one.message:find('importence') end, vim.diagnostic.get(0))
end
if not vim.wait(30000, function() return #shown() > 0 end, 50) then fail('no finding in 30 s: ' .. vim.inspect(vim.diagnostic.get(0))) end
local finding = shown()[1]
if finding.severity ~= vim.diagnostic.severity.ERROR then fail('not shown as an error: ' .. vim.inspect(finding)) end

local function completes()
  for _, client in pairs(vim.lsp.buf_get_clients(0)) do
    if client.server_capabilities and client.server_capabilities.completionProvider then return true end
  end
  return false
end
if not vim.wait(30000, completes, 50) then fail('no server completes') end

-- A line that begins a new key, and what may stand there.
local answer
local asked = vim.wait(30000, function()
  vim.api.nvim_buf_set_lines(0, line - 1, line, false, { '    visib' })
  local parameters = vim.lsp.util.make_position_params()
  parameters.position = { line = line - 1, character = 9 }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', parameters, 5000) or {}
  for _, one in pairs(answers) do
    local items = one.result and (one.result.items or one.result) or {}
    for _, item in ipairs(items) do
      if item.label == 'visibility' then answer = item end
    end
  end
  return answer ~= nil
end, 200)
if not asked then fail('visibility is not offered') end

-- The slip is gone, and so is its finding.
if not vim.wait(30000, function() return #shown() == 0 end, 50) then fail('a finding stays after its cause is gone') end
print('editors: fine\n')
vim.cmd('qall!')
